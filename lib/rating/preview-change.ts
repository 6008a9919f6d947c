import type { PlanKind, PlanVersion } from '@/lib/plans/plan'
import type { LocalDate } from '@/lib/time/local-date'
import { monthOf } from '@/lib/time/month'
import type { Invoice, InvoiceLine, LineKind, RateInput, SubscriptionPeriod } from './invoice'
import { rateMonth } from './rate-month'

/** A change of the plan of one kind: to another version, or (null) to none, from the beginning of a UTC day. */
export type PlanChange = {
  readonly kind: PlanKind
  readonly next: PlanVersion | null
  readonly on: LocalDate
}

/** What a change does to the month's bill in one respect; negative is to the company's favor. */
export type ChangeLine = Pick<InvoiceLine, 'kind' | 'description' | 'planVersionId' | 'meter'> & {
  readonly amountMinor: bigint
}

export type ChangePreview = {
  /** For days from the change on that the old plan does not cover any more; negative. */
  readonly credited: readonly ChangeLine[]
  /** For the days from the change to the end of the month under the new plan; positive. */
  readonly charged: readonly ChangeLine[]
  /** What coupons, tax and credits make of it; either sign. */
  readonly adjusted: readonly ChangeLine[]
  /** The sum of all of these, and what the month's bill changes by. */
  readonly totalMinor: bigint
  readonly without: Invoice
  readonly with: Invoice
}

/**
 * The periods after a change: the plan of that kind ends at the beginning of the day, the new one starts with it and
 * runs on; what was planned of that kind for later is dropped.
 * @throws when the new plan is of another kind
 */
export function changePeriods(
  periods: readonly SubscriptionPeriod[],
  { kind, next, on }: PlanChange,
): SubscriptionPeriod[] {
  if (next && next.kind !== kind) throw new RangeError(`${next.id} is not of the kind ${kind}`)
  const kept = periods.flatMap(period => {
    if (period.plan.kind !== kind || (period.endsOn !== null && period.endsOn <= on)) return [period]
    return period.startsOn < on ? [{ ...period, endsOn: on }] : []
  })
  return next ? [...kept, { plan: next, startsOn: on, endsOn: null }] : kept
}

/**
 * What a change of plan costs or brings back until the end of its month, to the cent what the bill will say.
 * @param input the month's bill as it would be; give it `forecastUsage` when usage is priced
 * @throws when the change does not fall in that month
 */
export function previewChange(input: RateInput, change: PlanChange): ChangePreview {
  if (monthOf(change.on) !== input.month) throw new RangeError(`${change.on} is not in ${input.month}`)
  const without = rateMonth(input)
  const changed = rateMonth({ ...input, periods: changePeriods(input.periods, change) })
  const lines = differences(without.lines, changed.lines)
  const own = lines.filter(line => !isTerm(line.kind))
  return {
    credited: own.filter(line => line.amountMinor < 0n),
    charged: own.filter(line => line.amountMinor > 0n),
    adjusted: lines.filter(line => isTerm(line.kind)),
    totalMinor: lines.reduce((sum, line) => sum + line.amountMinor, 0n),
    without,
    with: changed,
  }
}

const isTerm = (kind: LineKind) => kind === 'coupon' || kind === 'tax' || kind === 'credit'

function differences(before: readonly InvoiceLine[], after: readonly InvoiceLine[]): ChangeLine[] {
  const found = new Map<string, ChangeLine>()
  const add = (line: InvoiceLine, sign: bigint) => {
    const { kind, description, planVersionId, meter, sourceId, amountMinor } = line
    const key = JSON.stringify([kind, planVersionId, meter, sourceId])
    const sum = (found.get(key)?.amountMinor ?? 0n) + sign * amountMinor
    found.set(key, { kind, description, planVersionId, meter, amountMinor: sum })
  }
  for (const line of before) add(line, -1n)
  for (const line of after) add(line, 1n)
  return [...found.values()].filter(line => line.amountMinor !== 0n)
}
