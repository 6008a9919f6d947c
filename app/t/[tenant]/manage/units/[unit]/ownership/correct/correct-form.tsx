'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { correctOwnershipAction } from '@/app/t/[tenant]/manage/units/[unit]/ownership/actions'
import { SharesProblem } from '@/app/t/[tenant]/manage/units/[unit]/ownership/share-field'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { Button, ButtonLink } from '@/components/ui/button'
import { formatLocalDate } from '@/components/ui/format-date'
import { Notice } from '@/components/ui/notice'
import { formatShare } from '@/lib/fraction/fraction'
import type { KnownPeriod } from '@/lib/ownerships/read-history'
import { checkHistory, type Period, readDay, readShare } from '@/lib/ownerships/rules'
import { type PeriodDraft, PeriodRow } from './period-row'

const draftOf = (period: KnownPeriod): PeriodDraft => ({
  key: period.id,
  id: period.id,
  picked: { id: period.homeownerId, name: period.name, detail: null },
  startsOn: period.startsOn,
  endsOn: period.endsOn ?? '',
  share: formatShare(period.share),
})

function readDraft({ id, picked, startsOn, endsOn, share }: PeriodDraft): Period | null {
  const [from, until, part] = [readDay(startsOn), endsOn === '' ? null : readDay(endsOn), readShare(share)]
  if (!picked?.id || !from || !part || (endsOn !== '' && !until)) return null
  return { id, homeownerId: picked.id, startsOn: from, endsOn: until, share: part }
}

/** What is wrong with the history as it is written now; null while rows are unfinished or when it is right. */
function sentenceFor(drafts: PeriodDraft[]): string | null {
  const periods = drafts.map(readDraft)
  if (periods.some(period => period === null)) return null
  const problem = checkHistory(periods.flatMap(period => period ?? []))
  if (!problem) return null
  if (problem.kind === 'not_whole')
    return `On ${formatLocalDate(problem.day)} the shares add up to ${formatShare(problem.sum)}; they must add up to exactly 100%.`
  if (problem.kind === 'twice_at_once')
    return `On ${formatLocalDate(problem.day)} the same person is listed twice.`
  return 'A period must end after the day on which it starts.'
}

/** The whole history of a unit's owners as a form: dates, shares, who was forgotten and what never was. */
export function CorrectForm({
  unitId,
  seen,
  periods,
}: {
  unitId: string
  seen: string
  periods: KnownPeriod[]
}) {
  const router = useRouter()
  const [drafts, setDrafts] = useState(() => periods.map(draftOf))
  const [added, setAdded] = useState(0)
  const problem = sentenceFor(drafts)
  const change = (key: string, part: Partial<PeriodDraft>) =>
    setDrafts(drafts.map(draft => (draft.key === key ? { ...draft, ...part } : draft)))
  function add() {
    setAdded(added + 1)
    const empty = { id: null, picked: null, startsOn: '', endsOn: '', share: '100%' }
    setDrafts([...drafts, { key: `added-${added}`, ...empty }])
  }
  return (
    <ActionForm
      action={correctOwnershipAction}
      doneMessage="Corrected"
      onDone={() => {
        router.push(`/manage/units/${unitId}`)
        router.refresh()
      }}
    >
      <input type="hidden" name="unitId" value={unitId} />
      <input type="hidden" name="seen" value={seen} />
      <ul className="flex flex-col gap-4">
        {drafts.map((draft, index) => (
          <PeriodRow
            key={draft.key}
            period={draft}
            index={index}
            onChange={part => change(draft.key, part)}
            onRemove={() => setDrafts(drafts.filter(one => one.key !== draft.key))}
          />
        ))}
      </ul>
      {drafts.length === 0 && <p className="text-muted">No owner is on record.</p>}
      <Button size="sm" className="self-start" onClick={add}>
        <Plus aria-hidden />
        Add an owner who was forgotten
      </Button>
      {problem ? (
        <Notice tone="caution" live>
          {problem}
        </Notice>
      ) : (
        <SharesProblem />
      )}
      <FormActions>
        <SubmitButton>Save changes</SubmitButton>
        <ButtonLink href={`/manage/units/${unitId}`} variant="ghost">
          Cancel
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
