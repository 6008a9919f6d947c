'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { transferOwnershipAction } from '@/app/t/[tenant]/manage/units/[unit]/ownership/actions'
import { ShareSum } from '@/app/t/[tenant]/manage/units/[unit]/ownership/share-field'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { DateField } from '@/components/form/text-field'
import { Button, ButtonLink } from '@/components/ui/button'
import { formatShare } from '@/lib/fraction/fraction'
import type { KnownPeriod } from '@/lib/ownerships/read-history'
import { type NewOwner, ownsOn, readDay, readShare } from '@/lib/ownerships/rules'
import type { LocalDate } from '@/lib/time/local-date'
import { type OwnerDraft, OwnerRows, shareOut } from './owner-rows'
import { TransferPreview } from './transfer-preview'

type Props = { unitId: string; seen: string; today: LocalDate; periods: KnownPeriod[] }

const draft = (key: number): OwnerDraft => ({ key, picked: null, email: '', share: '', fixed: false })

/** The owners as far as they are filled in; null until every row is. */
function ownersOf(rows: OwnerDraft[]): NewOwner[] | null {
  const owners = rows.flatMap(({ key, picked, share }) => {
    const value = readShare(share)
    return picked && value ? { homeownerId: picked.id ?? `new ${key}`, share: value } : []
  })
  return owners.length === rows.length ? owners : null
}

function useOwnerDrafts() {
  const [rows, setRows] = useState<OwnerDraft[]>(() => shareOut([draft(0)]))
  const [next, setNext] = useState(1)
  const change = (changed: OwnerDraft[]) => setRows(shareOut(changed))
  function add(kept?: Pick<OwnerDraft, 'picked' | 'share'>) {
    setNext(next + 1)
    const row = { ...draft(next), ...kept, fixed: kept !== undefined }
    change(kept ? [row, ...rows] : [...rows, row])
  }
  return { rows, change, add }
}

/** The form of a transfer: the day, the new owners and their shares, and what it will come to. */
export function TransferForm({ unitId, seen, today, periods }: Props) {
  const router = useRouter()
  const { rows, change, add } = useOwnerDrafts()
  const [day, setDay] = useState<string>(today)
  const on = readDay(day)
  const owners = ownersOf(rows)
  const current = on ? periods.filter(period => ownsOn(period, on)) : []
  const staying = current.filter(period => !rows.some(row => row.picked?.id === period.homeownerId))
  const nameOf = (id: string) =>
    rows.find(row => (row.picked?.id ?? `new ${row.key}`) === id)?.picked?.name ??
    periods.find(period => period.homeownerId === id)?.name ??
    ''
  return (
    <ActionForm
      action={transferOwnershipAction}
      doneMessage="Transferred"
      onDone={() => {
        router.push(`/manage/units/${unitId}`)
        router.refresh()
      }}
    >
      <input type="hidden" name="unitId" value={unitId} />
      <input type="hidden" name="seen" value={seen} />
      <DateField
        name="on"
        label="First day of the new owners"
        hint="Whoever owns the unit until then ends on that day. It may lie in the past or the future."
        value={day}
        onChange={event => setDay(event.target.value)}
      />
      <OwnerRows rows={rows} onRows={change} onAdd={() => add()} />
      {staying.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 text-13 text-muted">
          Somebody stays?
          {staying.map(({ homeownerId, name, email, share }) => (
            <Button
              key={homeownerId}
              size="sm"
              onClick={() =>
                add({ picked: { id: homeownerId, name, detail: email }, share: formatShare(share) })
              }
            >
              Keep {name} ({formatShare(share)})
            </Button>
          ))}
        </div>
      )}
      {rows.some(row => row.picked) && <ShareSum shares={rows.map(row => row.share)} />}
      {on && owners && <TransferPreview history={periods} on={on} owners={owners} nameOf={nameOf} />}
      <FormActions>
        <SubmitButton>Transfer</SubmitButton>
        <ButtonLink href={`/manage/units/${unitId}`} variant="ghost">
          Cancel
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
