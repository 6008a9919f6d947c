import { fraction } from '@/lib/fraction/fraction'
import { microsPerMinor } from '@/lib/money/currency'
import { type Meter, type MeterPrice, meters } from '@/lib/plans/plan'
import type { LocalDate } from '@/lib/time/local-date'
import { daysBetween, daysIn, eachDay } from '@/lib/time/month'
import { applyTerms } from './apply-terms'
import type { Invoice, InvoiceLine, RateInput } from './invoice'
import { priceLine } from './rules'
import { firstBilledDay, type Stretch, splitPeriods } from './split-periods'
import { isFreeDay, isWaived } from './suspensions'

/**
 * Works out the bill of a month by whole UTC days: base prices and levels (homeowners, bytes) by the day, counts
 * (emails, texts) by their sum over the subscribed days; free days are listed at nothing. Base prices are billed in
 * advance, so a suspension waives those of a month that begins in it, and what is used on its own days. Then come coupons,
 * tax and credits. Exact throughout; each line is rounded once.
 * @throws when periods of one kind overlap, a plan is sold in another currency, or usage is negative or given twice
 */
export function rateMonth(input: RateInput): Invoice {
  const foreign = input.periods.find(({ plan }) => plan.currency !== input.currency)
  if (foreign) throw new RangeError(`${foreign.plan.id} is not sold in ${input.currency}`)
  const usage = usageByDay(input)
  const waived = isWaived(input.suspensions ?? [], firstBilledDay(input))
  const lines = splitPeriods(input).flatMap(stretch =>
    stretch.free
      ? [freeLine(stretch, input, 'trial')]
      : [
          waived ? freeLine(stretch, input, 'hold') : baseLine(stretch, input),
          ...usageLines(stretch, usage, input),
        ],
  )
  return applyTerms(lines, input)
}

type UsageByDay = ReadonlyMap<Meter, ReadonlyMap<LocalDate, bigint>>

function usageByDay({ usage }: RateInput): UsageByDay {
  const byMeter = new Map<Meter, Map<LocalDate, bigint>>()
  for (const { day, meter, quantity } of usage) {
    if (quantity < 0n) throw new RangeError(`${meter} of ${day} is negative`)
    const days = byMeter.get(meter) ?? new Map<LocalDate, bigint>()
    if (days.has(day)) throw new RangeError(`${meter} of ${day} is given twice`)
    byMeter.set(meter, days.set(day, quantity))
  }
  return byMeter
}

const daysOf = ({ startsOn, endsOn }: Stretch) => daysBetween(startsOn, endsOn)

function lineOf({ plan, startsOn, endsOn }: Stretch) {
  return { planVersionId: plan.id, meter: null, sourceId: null, startsOn, endsOn }
}

const whyFree = { trial: 'trial', hold: 'on hold when it was billed', resumed: 'before it began anew' }

function freeLine(
  stretch: Stretch,
  { month, currency, resumed }: RateInput,
  kind: 'trial' | 'hold',
): InvoiceLine {
  const days = daysOf(stretch)
  const why = whyFree[kind === 'trial' && resumed ? 'resumed' : kind]
  const description = `${stretch.plan.name}, ${why}: ${days} ${days === 1 ? 'day' : 'days'} free`
  const quantity = fraction(days, daysIn(month))
  return priceLine({ ...lineOf(stretch), kind, description, quantity, unitPriceMicros: 0n }, currency)
}

function baseLine(stretch: Stretch, { month, currency }: RateInput): InvoiceLine {
  const [days, all] = [daysOf(stretch), daysIn(month)]
  const title = stretch.plan.name
  return priceLine(
    {
      ...lineOf(stretch),
      kind: 'base',
      description: days === all ? `${title}, base price` : `${title}, base price for ${days} of ${all} days`,
      quantity: fraction(days, all),
      unitPriceMicros: stretch.plan.baseMinor * microsPerMinor(currency),
    },
    currency,
  )
}

function usageLines(stretch: Stretch, usage: UsageByDay, input: RateInput): InvoiceLine[] {
  const { month, currency, suspensions = [] } = input
  const charged = eachDay(stretch.startsOn, stretch.endsOn).filter(day => !isFreeDay(suspensions, day))
  return stretch.plan.prices.flatMap(price => {
    const { meter, unitMicros, perUnits, reckoned } = price
    const days = usage.get(meter)
    const sum = charged.reduce((all, day) => all + (days?.get(day) ?? 0n), 0n)
    if (sum === 0n) return []
    const quantity = fraction(sum, reckoned === 'average' ? perUnits * BigInt(daysIn(month)) : perUnits)
    const line = {
      ...lineOf(stretch),
      meter,
      description: titleOf(price),
      quantity,
      unitPriceMicros: unitMicros,
    }
    return [priceLine({ ...line, kind: 'usage' }, currency)]
  })
}

function titleOf({ meter, perUnits, reckoned }: MeterPrice): string {
  const unit = meter === 'storage-bytes' && perUnits === 1_000_000_000n ? ' in GB' : ''
  return `${meters[meter].title}${unit}${reckoned === 'average' ? ', daily average' : ''}`
}
