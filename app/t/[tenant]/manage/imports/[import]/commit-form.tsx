'use client'

import { useRouter } from 'next/navigation'
import { useOptimistic, useState, useTransition } from 'react'
import { startCommitAction } from '@/app/t/[tenant]/manage/imports/actions'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { formatNumber } from '@/components/ui/format-number'
import { Notice } from '@/components/ui/notice'
import type { ChoiceCount } from '@/lib/imports/count-choice'
import type { FoundChoice } from '@/lib/imports/find-choice'
import type { ListedCounty, ListedManager } from '@/lib/imports/list-managers'
import type { ImportKind } from '@/lib/imports/schema'
import { choiceHref, fitsAddress } from './choice-address'
import { CountyPicker } from './county-picker'
import { ImportAll } from './import-all'
import { ManagerPicker } from './manager-picker'

type Props = {
  importId: string
  kind: ImportKind | null
  managers: ListedManager[]
  counties: ListedCounty[]
  chosen: FoundChoice
  /** What the choice comes to. */
  count: ChoiceCount
  refused: number
  /** Which rows the address asks to see. */
  rowsShown: string | undefined
}

/** Chooses what to take of a dry run, shows what that comes to, and starts the commit. */
export function CommitForm({ importId, kind, managers, counties, count, refused, ...props }: Props) {
  const router = useRouter()
  const { chosen, choose, pending, tooMany } = useChoice(importId, props.chosen, props.rowsShown)
  const rows = count.new + count.changed
  const several = managers.length > 1 || counties.length > 1
  const all = several && rows > 1 && chosen.managers.length + chosen.counties.length === 0
  return (
    <div className="flex flex-col gap-4">
      {kind === 'register' && (
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <ManagerPicker
            importId={importId}
            first={managers}
            chosen={chosen.managers}
            onChange={list => choose({ ...chosen, managers: list })}
          />
          <CountyPicker
            counties={counties}
            chosen={chosen.counties}
            onChange={list => choose({ ...chosen, counties: list })}
          />
        </div>
      )}
      {tooMany && (
        <Notice tone="caution" live>
          No more can be chosen at once. Import these first, then the file again for the others.
        </Notice>
      )}
      <ActionForm action={startCommitAction} onDone={() => router.refresh()}>
        <input type="hidden" name="importId" value={importId} />
        {chosen.managers.map(({ key }) => (
          <input key={key} type="hidden" name="managers[]" value={key} />
        ))}
        {chosen.counties.map(county => (
          <input key={county} type="hidden" name="counties[]" value={county} />
        ))}
        <Card className="flex flex-wrap items-center justify-between gap-4 p-4">
          <p aria-live="polite" className="tabular-nums">
            {pending ? 'Counting…' : describeChoice(count, kind)}
            {refused > 0 && (
              <span className="text-muted"> {formatNumber(refused)} refused rows stay out.</span>
            )}
          </p>
          {pending ? (
            <Button variant="primary" disabled>
              Import
            </Button>
          ) : all ? (
            <ImportAll importId={importId} rows={rows}>
              {describeChoice(count, kind)}
            </ImportAll>
          ) : (
            <SubmitButton disabled={rows === 0}>
              {`Import ${formatNumber(rows)} ${rows === 1 ? 'row' : 'rows'}`}
            </SubmitButton>
          )}
        </Card>
      </ActionForm>
    </div>
  )
}

/** The choice as the address has it, ahead of the server's answer while that is under way. */
function useChoice(importId: string, inAddress: FoundChoice, rowsShown: string | undefined) {
  const router = useRouter()
  const [chosen, foresee] = useOptimistic(inAddress)
  const [pending, startTransition] = useTransition()
  const [tooMany, setTooMany] = useState(false)
  function choose(next: FoundChoice) {
    const keys = { managers: next.managers.map(({ key }) => key), counties: next.counties }
    const href = choiceHref(importId, keys, { rows: rowsShown })
    setTooMany(!fitsAddress(href))
    if (!fitsAddress(href)) return
    startTransition(() => {
      foresee(next)
      router.replace(href, { scroll: false })
    })
  }
  return { chosen, choose, pending, tooMany }
}

function describeChoice(count: ChoiceCount, kind: ImportKind | null): string {
  const what = kind === 'register' ? 'associations' : 'owners of units'
  const units = kind === 'register' && count.new > 0 ? ` with ${formatNumber(count.units)} units` : ''
  return `${formatNumber(count.new)} new ${what}${units}, ${formatNumber(count.changed)} changed.`
}
