import { formatShare, fraction, whole } from '@/lib/fraction/fraction'
import { microsPerMinor } from '@/lib/money/currency'
import { roundHalfUp } from '@/lib/money/round-half-up'
import { addMonths, firstDayOf } from '@/lib/time/month'
import type { Coupon, Invoice, InvoiceLine, LineKind, RateInput } from './invoice'
import { priceLine, totalOf } from './rules'

/**
 * Puts what a bill takes off and adds after its lines: coupons, then tax on what is left, then credits (like a
 * payment, tax included). Coupons and credits never take more than is there.
 * @param lines base prices and usage, none of them negative
 */
export function applyTerms(lines: readonly InvoiceLine[], input: RateInput): Invoice {
  const subtotalMinor = totalOf(lines)
  const coupons = couponLines(subtotalMinor, input)
  const discountMinor = -totalOf(coupons)
  const taxableMinor = subtotalMinor - discountMinor
  const taxIncluded = input.tax?.mode === 'inclusive'
  const tax = taxIncluded ? [] : taxLines(taxableMinor, input)
  const credits = creditLines(taxableMinor + totalOf(tax), input)
  const all = [...lines, ...coupons, ...tax, ...credits]
  return {
    month: input.month,
    currency: input.currency,
    lines: all,
    subtotalMinor,
    discountMinor,
    taxMinor: taxIncluded ? containedTax(taxableMinor, input) : totalOf(tax),
    taxIncluded,
    creditMinor: -totalOf(credits),
    totalMinor: totalOf(all),
  }
}

function termLine(
  kind: LineKind,
  description: string,
  sourceId: string | null,
  amount: Pick<InvoiceLine, 'quantity' | 'unitPriceMicros'>,
  { month, currency }: RateInput,
): InvoiceLine {
  const period = { startsOn: firstDayOf(month), endsOn: firstDayOf(addMonths(month, 1)) }
  const origin = { planVersionId: null, meter: null, sourceId }
  return priceLine({ kind, description, ...origin, ...period, ...amount }, currency)
}

function counts({ startsIn, months }: Coupon, { month }: RateInput): boolean {
  return startsIn <= month && (months === null || month < addMonths(startsIn, months))
}

const shareOf = (basisPoints: number) => fraction(basisPoints, 10_000)

function couponLines(subtotalMinor: bigint, input: RateInput): InvoiceLine[] {
  const micros = microsPerMinor(input.currency)
  let leftMinor = subtotalMinor
  return (input.coupons ?? []).flatMap(coupon => {
    if (!counts(coupon, input) || leftMinor === 0n) return []
    const { id, description, off } = coupon
    const amount =
      off.by === 'percent'
        ? { quantity: shareOf(Math.min(off.basisPoints, 10_000)), unitPriceMicros: -leftMinor * micros }
        : { quantity: whole, unitPriceMicros: -lesser(off.amountMinor, leftMinor) * micros }
    const line = termLine('coupon', description, id, amount, input)
    leftMinor += line.amountMinor
    return [line]
  })
}

function taxLines(taxableMinor: bigint, input: RateInput): InvoiceLine[] {
  if (!input.tax || input.tax.rateBasisPoints === 0) return []
  const quantity = shareOf(input.tax.rateBasisPoints)
  const unitPriceMicros = taxableMinor * microsPerMinor(input.currency)
  const description = `${input.tax.name} ${formatShare(quantity)}`
  return [termLine('tax', description, null, { quantity, unitPriceMicros }, input)]
}

function containedTax(taxableMinor: bigint, { tax }: RateInput): bigint {
  const rate = BigInt(tax?.rateBasisPoints ?? 0)
  return roundHalfUp(taxableMinor * rate, 10_000n + rate)
}

function creditLines(dueMinor: bigint, input: RateInput): InvoiceLine[] {
  let leftMinor = dueMinor
  return (input.credits ?? []).flatMap(({ id, description, leftMinor: has }) => {
    const usedMinor = lesser(has, leftMinor)
    if (usedMinor <= 0n) return []
    leftMinor -= usedMinor
    const unitPriceMicros = -usedMinor * microsPerMinor(input.currency)
    return [termLine('credit', description, id, { quantity: whole, unitPriceMicros }, input)]
  })
}

const lesser = (a: bigint, b: bigint) => (a < b ? a : b)
