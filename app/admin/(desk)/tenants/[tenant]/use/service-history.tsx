import { ServiceStats } from '@/app/admin/(desk)/service-stats'
import { writeShare } from '@/app/admin/(desk)/write-service'
import { LineChart } from '@/components/chart/line-chart'
import { Card } from '@/components/ui/card'
import { formatInstant, formatLocalDate } from '@/components/ui/format-date'
import type { ServiceHour, ServiceRow } from '@/lib/metrics/read-service'
import { serviceSeries } from '@/lib/metrics/service-series'
import { dateIn } from '@/lib/time/local-date'

const spans = [
  {
    words: 'by hour, last 24 hours',
    span: 1,
    count: 24,
    along: 'Hour (UTC)',
    label: (from: Date) => formatInstant(from, 'UTC'),
    short: (from: Date) => `${String(from.getUTCHours()).padStart(2, '0')}:00`,
  },
  {
    words: 'by day, last 14 days',
    span: 24,
    count: 14,
    along: 'Day (UTC)',
    label: (from: Date) => formatLocalDate(dateIn('UTC', from)),
    short: (from: Date) => formatLocalDate(dateIn('UTC', from), 'short'),
  },
]

const shares = [
  { of: 'slow', title: 'Slow requests' },
  { of: 'errors', title: 'Broken requests' },
] as const

/** How a company's pages did: its last day in figures, then slow and broken requests by hour and by day. */
export function ServiceHistory({ row, hours, now }: { row?: ServiceRow; hours: ServiceHour[]; now: Date }) {
  return (
    <section id="service" aria-label="Response times and errors" className="mt-8 scroll-mt-20">
      <h2 className="mb-3 font-semibold">Response times and errors, last 24 hours</h2>
      {row ? (
        <ServiceStats row={row} />
      ) : (
        <p className="text-muted">No requests were counted in the last 24 hours.</p>
      )}
      {hours.length > 0 && (
        <div className="mt-5 grid gap-5 lg:grid-cols-2">
          {spans.flatMap(({ words, span, count, along, label, short }) => {
            const points = serviceSeries(hours, now, span, count)
            return shares.map(({ of, title }) => (
              <Card key={`${of} ${span}`} className="p-4">
                <LineChart
                  label={`${title} ${words}`}
                  along={along}
                  points={points.map(point => ({
                    label: label(point.from),
                    short: short(point.from),
                    value: point[of],
                  }))}
                  format={writeShare}
                  height={120}
                />
              </Card>
            ))
          })}
        </div>
      )}
      <p className="mt-3 text-13 text-muted">
        Slow is more than half a second. Where the line breaks off, nobody opened a page.
      </p>
    </section>
  )
}
