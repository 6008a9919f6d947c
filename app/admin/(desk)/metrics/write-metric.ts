import { formatMoney, formatNumber } from '@/components/ui/format-number'
import type { MetricUnit } from '@/lib/metrics/catalogue'

const bytesUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']

function bytes(value: number): string {
  const power = value > 0 ? Math.min(bytesUnits.length - 1, Math.floor(Math.log10(value) / 3)) : 0
  return `${formatNumber(value / 1000 ** power, 'en-US', { maximumFractionDigits: 1 })} ${bytesUnits[power]}`
}

/** Writes a figure in full. */
export function writeMetric(unit: MetricUnit, value: number): string {
  if (unit === 'money') return formatMoney(BigInt(Math.round(value)), 'USD')
  if (unit === 'share') return formatNumber(value, 'en-US', { style: 'percent', maximumFractionDigits: 1 })
  return unit === 'bytes' ? bytes(value) : formatNumber(value)
}

/** Writes a figure where room is short. */
export function writeMetricShort(unit: MetricUnit, value: number): string {
  if (unit === 'money')
    return formatNumber(value / 100, 'en-US', {
      style: 'currency',
      currency: 'USD',
      notation: 'compact',
      maximumFractionDigits: 1,
    })
  if (unit === 'count') return formatNumber(value, 'en-US', { notation: 'compact' })
  return writeMetric(unit, value)
}
