import { BarChart } from '@/components/chart/bar-chart'
import { LineChart } from '@/components/chart/line-chart'
import { formatLocalDate } from '@/components/ui/format-date'
import { type MetricName, metrics } from '@/lib/metrics/catalogue'
import type { MetricTable } from '@/lib/metrics/rules'
import { addDays, type LocalDate } from '@/lib/time/local-date'
import { InDays } from './in-days'
import { writeMetric, writeMetricShort } from './write-metric'

/**
 * A metric over time, ending with the day `last`: what stands as a line, one point every `step` days; what happens as
 * bars, each the sum of so many days. `linked` makes its name lead to the page of the metric.
 */
export function MetricChart({
  name,
  table,
  last,
  points: count,
  step = 1,
  height = 140,
  linked = false,
}: {
  name: MetricName
  table: MetricTable
  last: LocalDate
  points: number
  step?: number
  height?: number
  linked?: boolean
}) {
  const metric = metrics[name]
  const adds = 'adds' in metric
  const points = Array.from({ length: count }, (_, index) => {
    const day = addDays(last, (index - count + 1) * step)
    const first = adds ? addDays(day, 1 - step) : day
    const known = Array.from({ length: adds ? step : 1 }, (_, back) => metric.on(table, addDays(day, -back)))
    const values = known.filter(value => value !== null)
    return {
      label:
        first === day
          ? formatLocalDate(day)
          : `${formatLocalDate(first, 'short')} to ${formatLocalDate(day)}`,
      short: formatLocalDate(day, 'short'),
      value: values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : null,
      href: `/metrics/${name}/${first === day ? day : `${first}..${day}`}`,
    }
  })
  const sum = points.reduce((all, { value }) => all + (value ?? 0), 0)
  const Chart = adds ? BarChart : LineChart
  return (
    <Chart
      points={points}
      label={metric.label}
      href={linked ? `/metrics/${name}` : undefined}
      headline={adds ? <InDays text={writeMetric(metric.unit, sum)} days={count * step} /> : undefined}
      along={adds && step > 1 ? 'Days' : 'Day'}
      format={value => writeMetric(metric.unit, value)}
      axisFormat={value => writeMetricShort(metric.unit, value)}
      height={height}
    />
  )
}
