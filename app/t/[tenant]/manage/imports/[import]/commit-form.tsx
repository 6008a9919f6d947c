'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { startCommitAction } from '@/app/t/[tenant]/manage/imports/actions'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Card } from '@/components/ui/card'
import { formatNumber } from '@/components/ui/format-number'
import type { ChoiceCount } from '@/lib/imports/count-choice'
import type { ListedCounty, ListedManager } from '@/lib/imports/list-managers'
import type { ImportKind } from '@/lib/imports/schema'
import { CountyPicker } from './county-picker'
import { ManagerPicker } from './manager-picker'

type Props = {
  importId: string
  kind: ImportKind | null
  managers: ListedManager[]
  counties: ListedCounty[]
  whole: ChoiceCount
  refused: number
}

/** Chooses what to take of a dry run, shows what that comes to, and starts the commit. */
export function CommitForm({ importId, kind, managers, counties, whole, refused }: Props) {
  const router = useRouter()
  const [companies, setCompanies] = useState<ListedManager[]>([])
  const [places, setPlaces] = useState<string[]>([])
  const count = useChoiceCount(
    importId,
    companies.map(({ key }) => key),
    places,
    whole,
  )
  const rows = count ? count.new + count.changed : null
  return (
    <ActionForm action={startCommitAction} onDone={() => router.refresh()}>
      <input type="hidden" name="importId" value={importId} />
      {companies.map(({ key }) => (
        <input key={key} type="hidden" name="managers[]" value={key} />
      ))}
      {places.map(county => (
        <input key={county} type="hidden" name="counties[]" value={county} />
      ))}
      {kind === 'register' && (
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <ManagerPicker importId={importId} first={managers} chosen={companies} onChange={setCompanies} />
          <CountyPicker counties={counties} chosen={places} onChange={setPlaces} />
        </div>
      )}
      <Card className="flex flex-wrap items-center justify-between gap-4 p-4">
        <p aria-live="polite" className="tabular-nums">
          {count === null ? 'Counting…' : describeChoice(count, kind)}
          {refused > 0 && <span className="text-muted"> {formatNumber(refused)} refused rows stay out.</span>}
        </p>
        <SubmitButton disabled={rows === 0}>
          {rows === null ? 'Import' : `Import ${formatNumber(rows)} ${rows === 1 ? 'row' : 'rows'}`}
        </SubmitButton>
      </Card>
    </ActionForm>
  )
}

function describeChoice(count: ChoiceCount, kind: ImportKind | null): string {
  const what = kind === 'register' ? 'associations' : 'owners of units'
  const units = kind === 'register' && count.new > 0 ? ` with ${formatNumber(count.units)} units` : ''
  return `${formatNumber(count.new)} new ${what}${units}, ${formatNumber(count.changed)} changed.`
}

/** Asks the server what a choice comes to; null while the answer is under way. */
function useChoiceCount(
  importId: string,
  managers: string[],
  counties: string[],
  whole: ChoiceCount,
): ChoiceCount | null {
  const query = new URLSearchParams([
    ...managers.map(key => ['manager', key]),
    ...counties.map(county => ['county', county]),
  ]).toString()
  const [answer, setAnswer] = useState<{ query: string; count: ChoiceCount }>({ query: '', count: whole })
  useEffect(() => {
    if (query === '') return
    const stop = new AbortController()
    fetch(`/api/imports/${importId}/choice?${query}`, { signal: stop.signal })
      .then(response => (response.ok ? response.json() : null))
      .then((count: ChoiceCount | null) => count && setAnswer({ query, count }))
      .catch(() => undefined)
    return () => stop.abort()
  }, [importId, query])
  if (query === '') return whole
  return answer.query === query ? answer.count : null
}
