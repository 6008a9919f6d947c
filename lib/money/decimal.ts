/**
 * Reads a number as people write it into whole units of its last decimal, `12.5` with two decimals as 1250; a comma
 * parts decimals as well.
 * @returns null when the text is no such number, is negative or has more decimals
 */
export function readDecimal(text: string, decimals: number): bigint | null {
  const match = /^(\d{1,12})(?:[.,](\d+))?$/.exec(text.trim())
  const [, whole = '', part = ''] = match ?? []
  if (!match || part.length > decimals) return null
  return BigInt(whole + part.padEnd(decimals, '0'))
}

/** Writes whole units of the last decimal as people would type them, 1250 with two decimals as `12.5`. */
export function writeDecimal(units: bigint, decimals: number): string {
  if (decimals === 0) return String(units)
  const digits = String(units).padStart(decimals + 1, '0')
  const part = digits.slice(-decimals).replace(/0+$/, '')
  return digits.slice(0, -decimals) + (part && `.${part}`)
}
