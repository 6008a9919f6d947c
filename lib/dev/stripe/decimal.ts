const places = 12
const one = 10n ** BigInt(places)

/** A decimal text as an integer of 10⁻¹² units; `undefined` when it is none or has more than 12 decimals. */
export function readDecimal(text: string): bigint | undefined {
  const match = /^(-?)(\d+)(?:\.(\d{1,12}))?$/.exec(text)
  if (!match) return undefined
  const [, sign, whole = '0', fraction = ''] = match
  const units = BigInt(whole) * one + BigInt(fraction.padEnd(places, '0'))
  return sign ? -units : units
}

/** The shortest text of an integer of 10⁻¹² units. */
export function writeDecimal(units: bigint): string {
  const size = units < 0n ? -units : units
  const fraction = String(size % one)
    .padStart(places, '0')
    .replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${size / one}${fraction && `.${fraction}`}`
}

/** `dividend / divisor` to the nearest integer, halves away from zero, so that a credit cancels its charge. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n
  const [size, by] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor]
  const rounded = (2n * size + by) / (2n * by)
  return negative ? -rounded : rounded
}

/** Cents of a quantity at a unit price in cents, times `part / whole`; rounded once, half up. */
export function amountOf(quantity: bigint, unitPrice: bigint, part = 1n, whole = 1n): number {
  return Number(divideHalfUp(quantity * unitPrice * part, one * one * whole))
}

/** A whole number as 10⁻¹² units. */
export function whole(count: number): bigint {
  return BigInt(count) * one
}

/** The whole part of 10⁻¹² units. */
export function truncate(units: bigint): number {
  return Number(units / one)
}
