import { type Refusal, refuse } from '@/lib/action/result'
import { formatFraction, formatShare } from '@/lib/fraction/fraction'
import type { HistoryProblem, TransferProblem } from './rules'

function sumSentence(problem: Extract<HistoryProblem, { kind: 'not_whole' }>): string {
  const exact = formatFraction(problem.sum)
  const share = formatShare(problem.sum)
  return `These shares add up to ${share === exact ? exact : `${exact} (${share})`}; they must add up to exactly one.`
}

/**
 * Turns a problem that the rules found into the refusal people understand; shares that do not make one are told
 * with their sum, under the field `shares`.
 * @param nameOf gives the name of a homeowner in the history
 */
export function refuseHistory(
  problem: HistoryProblem | TransferProblem,
  nameOf: (homeownerId: string) => string,
): Refusal {
  switch (problem.kind) {
    case 'not_whole':
      return refuse('shares_not_whole', {
        params: { day: problem.day },
        fields: { shares: sumSentence(problem) },
      })
    case 'twice_at_once':
      return refuse('owner_twice', {
        params: { day: problem.day },
        fields: { shares: `${nameOf(problem.homeownerId)} is listed twice on ${problem.day}.` },
      })
    case 'empty_period':
      return refuse('empty_period')
    case 'same_owners':
      return refuse('same_owners')
    case 'starts_that_day':
      return refuse('starts_that_day', { params: { day: problem.day } })
    case 'stays_beyond':
      return refuse('stays_beyond', {
        params: { day: problem.day, name: nameOf(problem.homeownerId) },
      })
  }
}
