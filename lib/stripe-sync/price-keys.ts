import type { Meter, MeterPrice } from '@/lib/plans/plan'

/** What the base price of a plan version is called at Stripe (`lookup_key`) and in `platform.stripe_objects`. */
export const baseKey = (versionId: string) => `price:${versionId}`

/** The same for what a version charges for a meter. */
export const meterPriceKey = (versionId: string, meter: Meter) => `price:${versionId}:${meter}`

/** What is sold: a plan version's base, or what it charges for a meter. */
export const productKey = (versionId: string, meter?: Meter) =>
  meter ? `product:${versionId}:${meter}` : `product:${versionId}`

/** The meter behind what a version charges for one of ours. */
export const meterKey = (versionId: string, meter: Meter) => `meter:${versionId}:${meter}`

/** The name under which use is reported for a price: one meter for each, so that a change of version splits no sum. */
export const eventName = (versionId: string, meter: Meter) =>
  `portico_${versionId}_${meter}`.replaceAll('-', '_')

/**
 * What one unit of a price's meter costs, in cents, exactly: a sum's unit is what is counted, an average's is a
 * millionth of the currency's unit (see decision 14).
 * @throws when the price has more decimals than Stripe takes
 */
export function unitAmountDecimal(
  { reckoned, unitMicros, perUnits }: MeterPrice,
  microsPerMinor: bigint,
): string {
  const [part, whole] =
    reckoned === 'average' ? [1n, microsPerMinor] : [unitMicros, perUnits * microsPerMinor]
  const scale = 10n ** 12n
  if ((part * scale) % whole !== 0n) throw new RangeError(`${unitMicros}/${perUnits} has too many decimals`)
  const units = (part * scale) / whole
  const decimals = (units % scale).toString().padStart(12, '0').replace(/0+$/, '')
  return `${units / scale}${decimals && `.${decimals}`}`
}
