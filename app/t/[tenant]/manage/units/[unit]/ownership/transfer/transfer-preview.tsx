'use client'

import { formatLocalDate } from '@/components/ui/format-date'
import { Notice } from '@/components/ui/notice'
import { formatShare } from '@/lib/fraction/fraction'
import { type NewOwner, type Period, planTransfer, type TransferProblem } from '@/lib/ownerships/rules'
import type { LocalDate } from '@/lib/time/local-date'

type NameOf = (homeownerId: string) => string

function problemSentence(problem: TransferProblem, nameOf: NameOf): string | null {
  switch (problem.kind) {
    case 'starts_that_day':
      return `An ownership already starts on ${formatLocalDate(problem.day)}. Choose another day, or correct the history.`
    case 'stays_beyond':
      return `The owners change again on ${formatLocalDate(problem.day)}, but ${nameOf(problem.homeownerId)} stays. Correct the history instead.`
    case 'same_owners':
      return 'Nothing would change: these are the owners already.'
    case 'twice_at_once':
      return `${nameOf(problem.homeownerId)} is listed twice.`
    case 'not_whole':
      return null
  }
}

const list = (words: string[]) => new Intl.ListFormat('en-US').format(words)

/** Says what the transfer will do before it is done: who ends, who starts, and until when. */
export function TransferPreview({
  history,
  on,
  owners,
  nameOf,
}: {
  history: readonly Period[]
  on: LocalDate
  owners: NewOwner[]
  nameOf: NameOf
}) {
  const answer = planTransfer(history, on, owners)
  if (!answer.ok) {
    const sentence = problemSentence(answer.problem, nameOf)
    return sentence && <Notice tone="caution">{sentence}</Notice>
  }
  const { ended, started, until } = answer.plan
  const names = (periods: Period[]) => list(periods.map(period => nameOf(period.homeownerId)))
  const starting = list(
    started.map(({ homeownerId, share }) => `${nameOf(homeownerId)} (${formatShare(share)})`),
  )
  return (
    <Notice title={`On ${formatLocalDate(on)}`}>
      <ul>
        {ended.length > 0 && <li>{names(ended)} will no longer own the unit as before.</li>}
        {started.length > 0 && <li>{starting} will own it.</li>}
        {until && <li>The owners already on record for {formatLocalDate(until)} follow then.</li>}
      </ul>
    </Notice>
  )
}
