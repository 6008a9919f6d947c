import { BarChart } from '@/components/chart/bar-chart'
import { LineChart } from '@/components/chart/line-chart'
import { formatLocalDate } from '@/components/ui/format-date'
import { type MetricName, metrics } from '@/lib/metrics/catalogue'
import type { MetricTable } from '@/lib/metrics/rules'
import { addDays, type LocalDate } from '@/lib/time/local-date'
import { writeMetric, writeMetricShort } from './write-metric'

/**
 * A metric over time, ending with the day `last`: what stands as a line, one point every `step` days; what happens as
 * bars, each the sum of so many days.
 */
export function MetricChart({
  name,
  table,
  last,
  points: count,
  step = 1,
  height = 140,
}: {
  name: MetricName
  table: MetricTable
  last: LocalDate
  points: number
  step?: number
  height?: number
}) {
  const metric = metrics[name]
  const points = Array.from({ length: count }, (_, index) => {
    const day = addDays(last, (index - count + 1) * step)
    const days = 'adds' in metric ? step : 1
    const known = Array.from({ length: days }, (_, back) => metric.on(table, addDays(day, -back)))
    const values = known.filter(value => value !== null)
    return {
      label: formatLocalDate(day, 'medium'),
      value: values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : null,
      href: `/metrics/${name}/${day}`,
    }
  })
  const Chart = 'adds' in metric ? BarChart : LineChart
  return (
    <Chart
      points={points}
      label={metric.label}
      format={value => writeMetric(metric.unit, value)}
      axisFormat={value => writeMetricShort(metric.unit, value)}
      height={height}
    />
  )
}
