import { roundHalfUp } from '@/lib/money/round-half-up'
import type { PlanVersion } from '@/lib/plans/plan'
import { addDays, type LocalDate } from '@/lib/time/local-date'
import { addMonths, daysBetween, daysIn, firstDayOf, type Month, monthOf } from '@/lib/time/month'
import { type Billing, firstChargedDay } from './billing'
import { afterShares } from './discounts'

/** What of one kind of plan changes with the beginning of a day. */
type Turn = { ended: PlanVersion | null; begun: PlanVersion | null; replaced: PlanVersion | null }

/**
 * What plans come to that were begun and given up after the month's base prices were billed: each charged or credited
 * for the days left. What was confirmed before the day of that bill is in it, or was never charged.
 */
export function pendingChanges(billing: Billing, month: Month): bigint {
  const first = laterOf(firstDayOf(month), firstChargedDay(billing))
  const days = new Set(
    billing.periods.flatMap(({ startsOn, endsOn }) => (endsOn ? [startsOn, endsOn] : [startsOn])),
  )
  return [...days]
    .filter(day => day >= first && monthOf(day) === month)
    .flatMap(day =>
      (['tier', 'per-homeowner'] as const).map(kind =>
        changeOf(billing, turnOf(billing, kind, day), day, first),
      ),
    )
    .reduce((sum, minor) => sum + minor, 0n)
}

const laterOf = (a: LocalDate, b: LocalDate) => (a > b ? a : b)

function changeOf(billing: Billing, turn: Turn, day: LocalDate, first: LocalDate): bigint {
  const ahead = isAhead(turn)
  if (day === first && ahead) return 0n
  const next = firstDayOf(addMonths(monthOf(day), 1))
  const worth = (plan: PlanVersion | null) => {
    if (!plan) return 0n
    const share = BigInt(daysBetween(day, next)) * plan.baseMinor
    return afterShares(
      billing,
      roundHalfUp(share, BigInt(daysIn(monthOf(day)))),
      ahead ? addDays(day, -1) : day,
    )
  }
  const had = day === first ? (turn.replaced ?? turn.ended) : turn.ended
  return worth(turn.begun) - worth(had)
}

function turnOf({ periods, replaced }: Billing, kind: PlanVersion['kind'], day: LocalDate): Turn {
  const own = periods.filter(({ plan }) => plan.kind === kind)
  return {
    ended: own.find(({ endsOn }) => endsOn === day)?.plan ?? null,
    begun: own.find(({ startsOn }) => startsOn === day)?.plan ?? null,
    replaced: replaced.find(({ plan, startsOn }) => plan.kind === kind && startsOn === day)?.plan ?? null,
  }
}

/** Whether a change was confirmed the day before it counts: to something cheaper or nothing, and nothing came after it. */
function isAhead({ ended, begun, replaced }: Turn): boolean {
  return ended !== null && replaced === null && (begun === null || begun.baseMinor < ended.baseMinor)
}

/** Whether the plan of a kind that begins with a day was confirmed the day before. */
export function wasAgreedAhead(billing: Billing, kind: PlanVersion['kind'], day: LocalDate): boolean {
  return isAhead(turnOf(billing, kind, day))
}
