import { divideHalfUp, readDecimal } from '@/lib/dev/stripe/decimal'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Coupon, InvoiceLine } from '@/lib/dev/stripe/rows'

/** The lines with what each discount takes from them: percentages rounded half up per line, amounts spread over the lines. */
export function discountLines(emulator: Emulator, lines: InvoiceLine[], discounts: string[]): InvoiceLine[] {
  return discounts.reduce((result, discount) => {
    const row = emulator.store.get('discount', discount)
    const coupon = row?.source.coupon ? emulator.store.get('coupon', row.source.coupon) : undefined
    return coupon ? takeOff(result, discount, coupon) : result
  }, lines)
}

/** What is left of a line after its discounts. */
export function netOf(line: InvoiceLine): number {
  return line.amount - (line.discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0)
}

/** What each discount takes from all lines together. */
export function discountTotals(lines: InvoiceLine[]): { amount: number; discount: string }[] {
  const totals = new Map<string, number>()
  for (const { amount, discount } of lines.flatMap(line => line.discount_amounts ?? [])) {
    totals.set(discount, (totals.get(discount) ?? 0) + amount)
  }
  return [...totals].map(([discount, amount]) => ({ amount, discount }))
}

function takeOff(lines: InvoiceLine[], discount: string, coupon: Coupon): InvoiceLine[] {
  const bases = lines.map(line => (line.discountable && line.amount > 0 ? netOf(line) : 0))
  const amounts =
    coupon.percent_off === null ? spread(bases, coupon.amount_off ?? 0) : share(bases, coupon.percent_off)
  return lines.map((line, at) => {
    const amount = amounts[at] ?? 0
    if (amount === 0) return line
    return { ...line, discount_amounts: [...(line.discount_amounts ?? []), { amount, discount }] }
  })
}

function share(bases: number[], percent: number): number[] {
  const units = readDecimal(String(percent)) ?? 0n
  return bases.map(base => Number(divideHalfUp(BigInt(base) * units, 100n * 10n ** 12n)))
}

// Each line takes its share of what was not taken before it, so that the shares sum to the amount.
function spread(bases: number[], amount: number): number[] {
  let left = bases.reduce((sum, base) => sum + base, 0)
  let open = Math.min(amount, left)
  return bases.map(base => {
    const taken = left === 0 ? 0 : Number(divideHalfUp(BigInt(open) * BigInt(base), BigInt(left)))
    left -= base
    open -= taken
    return taken
  })
}
