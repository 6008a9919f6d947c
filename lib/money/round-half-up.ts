/**
 * Divides exactly and rounds to the nearest whole, halves away from zero: 2.5 → 3, −2.5 → −3.
 * @throws when the divisor is not positive
 */
export function roundHalfUp(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError(`cannot divide by ${divisor}`)
  const size = dividend < 0n ? -dividend : dividend
  const rounded = (2n * size + divisor) / (2n * divisor)
  return dividend < 0n ? -rounded : rounded
}
