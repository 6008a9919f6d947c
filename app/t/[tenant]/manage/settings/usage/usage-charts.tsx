import Link from 'next/link'
import { BarChart } from '@/components/chart/bar-chart'
import { LineChart } from '@/components/chart/line-chart'
import { Card } from '@/components/ui/card'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { formatLocalDate } from '@/components/ui/format-date'
import { type Meter, meterNames, meters } from '@/lib/plans/plan'
import type { DayUsage } from '@/lib/rating/invoice'
import type { LocalDate } from '@/lib/time/local-date'
import { metersInUse } from '@/lib/usage/facts'
import { dailyPoints, daysOf, headlineOf, monthlyPoints, type UsageRange } from '@/lib/usage/rules'
import { writeQuantity, writeShort } from './write-quantity'

type ChartsProps = { usage: DayUsage[]; range: UsageRange; today: LocalDate; locale: string }

const ranges: { range: UsageRange; label: string }[] = [
  { range: '30d', label: '30 days' },
  { range: '12m', label: '12 months' },
]

function RangeLinks({ current }: { current: UsageRange }) {
  return (
    <nav aria-label="Period" className="inline-flex rounded-md border border-line-strong bg-sunken p-0.5">
      {ranges.map(({ range, label }) => (
        <Link
          key={range}
          href={`/manage/settings/usage?range=${range}`}
          scroll={false}
          aria-current={range === current ? 'true' : undefined}
          className="inline-flex h-[calc(var(--control-h)-0.375rem)] items-center rounded-sm px-2.5 text-13 font-medium text-muted hover:text-ink aria-[current=true]:bg-surface aria-[current=true]:text-ink aria-[current=true]:ring-1 aria-[current=true]:ring-line-strong"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

function MeterChart({ meter, usage, range, today, locale }: ChartsProps & { meter: Meter }) {
  const days = daysOf(range, today)
  const points = (range === '30d' ? dailyPoints : monthlyPoints)(usage, meter, days)
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' })
  const name = (on: LocalDate) =>
    range === '30d' ? formatLocalDate(on, 'short', locale) : month.format(new Date(`${on}T00:00:00Z`))
  const { by, title } = meters[meter]
  const headline = headlineOf(points, meter)
  const Chart = by === 'level' ? LineChart : BarChart
  return (
    <Chart
      points={points.map(({ on, quantity }) => ({ label: name(on), value: quantity }))}
      label={by === 'level' && range === '12m' ? `${title}, monthly average` : title}
      headline={headline === null ? '—' : writeQuantity(meter, headline, locale)}
      format={value => writeQuantity(meter, value, locale)}
      axisFormat={value => writeShort(meter, value, locale)}
      along={range === '30d' ? 'Day' : 'Month'}
      height={140}
    />
  )
}

/** Every meter over the last days or months; those without facts yet are named and drawn nowhere. */
export function UsageCharts(props: ChartsProps) {
  const unused = meterNames.filter(meter => !metersInUse.includes(meter))
  return (
    <section aria-label="Usage over time" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold">Over time</h2>
        <RangeLinks current={props.range} />
      </div>
      {props.usage.length === 0 ? (
        <Card>
          <EmptyState drawing={<PaperTray />} title="Nothing counted yet">
            The first figures appear within the hour, and then for every day.
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-4 md:grid-cols-2 2xl:grid-cols-3">
          {metersInUse.map(meter => (
            <Card key={meter} className="p-4">
              <MeterChart meter={meter} {...props} />
            </Card>
          ))}
        </div>
      )}
      {unused.length > 0 && props.usage.length > 0 && (
        <p className="text-13 text-muted">
          Not in use: {unused.map(meter => meters[meter].title.toLowerCase()).join(', ')}.
        </p>
      )}
    </section>
  )
}
