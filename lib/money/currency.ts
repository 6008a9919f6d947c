// ISO 4217, list one: currencies that have no minor unit, and those that have thousandths; all others have hundredths.
const withoutMinor = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '))
const withThousandths = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

/** How many decimals the minor unit of an ISO 4217 currency has: 0, 2 or 3. */
export function minorExponent(currency: string): 0 | 2 | 3 {
  if (withoutMinor.has(currency)) return 0
  return withThousandths.has(currency) ? 3 : 2
}

/** How many micros (millionths of the currency's unit) make one minor unit: 10,000 for USD. */
export function microsPerMinor(currency: string): bigint {
  return 10n ** BigInt(6 - minorExponent(currency))
}
