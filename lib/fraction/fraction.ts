/** An exact, reduced, non-negative fraction. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint }

export const none: Fraction = { numerator: 0n, denominator: 1n }
export const whole: Fraction = { numerator: 1n, denominator: 1n }

/** The largest denominator that is kept; the database refuses larger ones too. */
export const largestDenominator = 1_000_000_000n

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}

/** Makes a reduced fraction. @throws when the denominator is not positive or the numerator negative */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const [n, d] = [BigInt(numerator), BigInt(denominator)]
  if (d <= 0n || n < 0n) throw new RangeError(`${n}/${d} is not a fraction`)
  const divisor = commonDivisor(n, d)
  return { numerator: n / divisor, denominator: d / divisor }
}

/** Adds exactly. */
export function sumOf(parts: Iterable<Fraction>): Fraction {
  let sum = none
  for (const part of parts)
    sum = fraction(
      sum.numerator * part.denominator + part.numerator * sum.denominator,
      sum.denominator * part.denominator,
    )
  return sum
}

/** Compares exactly: negative when `a` is less, zero when both are equal. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

const mixed = /^(?:(\d+(?:[.,]\d+)?)\s+)?(\d+)\s*\/\s*(\d+)$/
const plain = /^\d+(?:[.,]\d+)?$/

function decimal(text: string): Fraction {
  const [before = '0', after = ''] = text.split(/[.,]/)
  return fraction(BigInt(before + after), 10n ** BigInt(after.length))
}

/**
 * Reads a fraction as people write it, exactly: `1/2`, `½`, `0.5`, `50%`, `33 1/3 %`.
 * @returns null when it is none, or finer than the database keeps
 */
export function parseFraction(text: string): Fraction | null {
  const spelled = text.replace(/[¼-¾⅐-⅞]/g, sign => ` ${sign.normalize('NFKC')}`).replace(/⁄/g, '/')
  const trimmed = spelled.trim()
  if (trimmed.length > 40) return null
  const percent = trimmed.endsWith('%')
  const number = (percent ? trimmed.slice(0, -1) : trimmed).trim().replace(/\s+/g, ' ')
  const match = mixed.exec(number)
  if (!match && !plain.test(number)) return null
  if (match && BigInt(match[3] ?? 0) === 0n) return null
  const value = match
    ? sumOf([decimal(match[1] ?? '0'), fraction(BigInt(match[2] ?? 0), BigInt(match[3] ?? 1))])
    : decimal(number)
  const result = percent ? fraction(value.numerator, value.denominator * 100n) : value
  return result.denominator > largestDenominator ? null : result
}

/** Writes a fraction the way it is read back exactly: `1/3`, `1`. */
export function formatFraction({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`
}

/** Writes a share for people: `50%` or `12.5%` when that is exact to two decimals, otherwise `1/3`. */
export function formatShare(share: Fraction): string {
  const basisPoints = share.numerator * 10_000n
  if (basisPoints % share.denominator !== 0n) return formatFraction(share)
  const points = basisPoints / share.denominator
  const decimals = (points % 100n).toString().padStart(2, '0').replace(/0+$/, '')
  return `${points / 100n}${decimals ? `.${decimals}` : ''}%`
}
