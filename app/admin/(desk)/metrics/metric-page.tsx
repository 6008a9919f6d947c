import { notFound } from 'next/navigation'
import { Desk } from '@/app/admin/(desk)/desk'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { Card } from '@/components/ui/card'
import { EmptyPlot } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { formatLocalDate } from '@/components/ui/format-date'
import { PageHeader } from '@/components/ui/page-header'
import type { PlatformPageInput } from '@/lib/action/platform-entry'
import { metricNamed, metrics } from '@/lib/metrics/catalogue'
import { companiesBehind, type Period } from '@/lib/metrics/companies-behind'
import { readMetrics } from '@/lib/metrics/read-metrics'
import { tableOf } from '@/lib/metrics/rules'
import { addDays, dateIn, type LocalDate, parseLocalDate } from '@/lib/time/local-date'
import { MetricChart } from './metric-chart'
import { weeksKnown } from './weeks-known'

/** The days of the address, one or `first..last`; the last thirty without any, null when they make no sense. */
function periodOf(text: string | undefined, today: LocalDate): Period | null {
  if (!text) return { first: addDays(today, -29), last: today }
  const [from = '', until = from] = decodeURIComponent(text).split('..')
  const [first, last] = [parseLocalDate(from), parseLocalDate(until)]
  return first && last && first <= last ? { first, last } : null
}

const inWords = ({ first, last }: Period) =>
  first === last
    ? formatLocalDate(last, 'long')
    : `${formatLocalDate(first, 'short')} to ${formatLocalDate(last)}`

/** One figure over a year, and the companies that it was made of: in the days of the address, or of late. */
export async function renderMetric({ tx, admin, params, search }: PlatformPageInput) {
  const metric = metricNamed(params.metric ?? '')
  const today = dateIn('UTC', new Date())
  const period = periodOf(params.day, today)
  if (!metric || !period) notFound()
  const table = tableOf(await readMetrics(tx, addDays(today, -485), addDays(today, 1)))
  const adds = 'adds' in metrics[metric.name]
  const shown = inWords(adds ? period : { first: period.last, last: period.last })
  const { title, list, where } = companiesBehind(metric.name, period)
  const companies = await loadTable(tx, list, search, {
    where,
    filters: ['state'],
    more: { name: { hrefKey: 'href' }, state: { kind: 'status' } },
    row: row => ({ href: `/tenants/${row.id}` }),
  })
  const crumb = { label: metric.label, href: `/metrics/${metric.name}` }
  return (
    <Desk admin={admin}>
      <PageHeader
        crumbs={[
          { label: 'Overview', href: '/' },
          ...(params.day ? [crumb, { label: shown }] : [{ label: metric.label }]),
        ]}
        title={metric.label}
        description={metric.meaning}
      />
      <Card className="p-4">
        <MetricChart
          name={metric.name}
          table={table}
          last={today}
          points={weeksKnown(table, today)}
          step={7}
          height={240}
        />
      </Card>
      <h2 className="mt-8 font-semibold">{title}</h2>
      <p className="mb-3 text-13 text-muted">{shown}</p>
      <DataTable
        noun="companies"
        {...companies}
        rowHrefKey="href"
        searchLabel="Search by name or address"
        empty={
          <EmptyState drawing={<EmptyPlot />} title="No company">
            None is behind this figure in these days.
          </EmptyState>
        }
      />
    </Desk>
  )
}
