import { formatNumber } from '@/components/ui/format-number'
import type { Meter } from '@/lib/plans/plan'

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']

/** Writes how much of a meter there is: a count, or bytes in the unit that suits them (1 GB = 10⁹ bytes). */
export function writeQuantity(meter: Meter, value: number, locale: string): string {
  if (meter !== 'storage-bytes') return formatNumber(value, locale, { maximumFractionDigits: 1 })
  const step = Math.min(sizes.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3))
  return formatNumber(value / 1000 ** step, locale, {
    style: 'unit',
    unit: sizes[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 2,
  })
}

/** The same for a chart's axis, where room is short. */
export function writeShort(meter: Meter, value: number, locale: string): string {
  if (meter === 'storage-bytes') return value === 0 ? '0' : writeQuantity(meter, value, locale)
  return formatNumber(value, locale, { notation: 'compact', maximumFractionDigits: 1 })
}
