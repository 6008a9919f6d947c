const formats = new Map<string, Intl.NumberFormat>()

function format(locale: string, options: Intl.NumberFormatOptions) {
  const key = `${locale}${JSON.stringify(options)}`
  let made = formats.get(key)
  if (!made) {
    made = new Intl.NumberFormat(locale, options)
    formats.set(key, made)
  }
  return made
}

/** Formats a count or measure in a locale. */
export function formatNumber(
  value: number | bigint,
  locale = 'en-US',
  options: Intl.NumberFormatOptions = {},
) {
  return format(locale, options).format(value)
}

/**
 * Formats an amount of money exactly, whatever its size.
 * @param minor amount in minor units: cents, yen, fils
 * @param currency ISO 4217 code, which also says how many decimals there are
 */
export function formatMoney(minor: bigint | number | string, currency: string, locale = 'en-US') {
  const money = format(locale, { style: 'currency', currency })
  const decimals = money.resolvedOptions().maximumFractionDigits ?? 2
  const amount = BigInt(minor)
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const decimal = `${amount < 0n ? '-' : ''}${whole}${decimals ? `.${digits.slice(-decimals)}` : ''}`
  // A hyphen stands too wide beside figures of one width.
  return money.format(decimal as Intl.StringNumericLiteral).replace('-', '−')
}
