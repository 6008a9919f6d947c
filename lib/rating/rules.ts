import type { Fraction } from '@/lib/fraction/fraction'
import { microsPerMinor } from '@/lib/money/currency'
import { roundHalfUp } from '@/lib/money/round-half-up'
import type { InvoiceLine } from './invoice'

/** Completes a line with its amount: quantity × unit price in minor units of the currency, rounded once, half up. */
export function priceLine(line: Omit<InvoiceLine, 'amountMinor'>, currency: string): InvoiceLine {
  const { numerator, denominator } = line.quantity
  const amountMinor = roundHalfUp(numerator * line.unitPriceMicros, denominator * microsPerMinor(currency))
  return { ...line, amountMinor }
}

/** Adds up the amounts of lines, in minor units. */
export function totalOf(lines: readonly InvoiceLine[]): bigint {
  return lines.reduce((sum, line) => sum + line.amountMinor, 0n)
}

/** Writes a quantity for people, rounded half up to so many decimals at most: `137`, `12.5`, `136.9677`. */
export function formatQuantity({ numerator, denominator }: Fraction, decimals = 4): string {
  const scale = 10n ** BigInt(decimals)
  const scaled = roundHalfUp(numerator * scale, denominator)
  const after = (scaled % scale).toString().padStart(decimals, '0').replace(/0+$/, '')
  return `${(scaled / scale).toLocaleString('en-US')}${after && decimals > 0 ? `.${after}` : ''}`
}
