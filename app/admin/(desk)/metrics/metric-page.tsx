import { notFound } from 'next/navigation'
import { Desk } from '@/app/admin/(desk)/desk'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { Section } from '@/components/ui/card'
import { EmptyPlot } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { formatLocalDate } from '@/components/ui/format-date'
import { PageHeader } from '@/components/ui/page-header'
import type { PlatformPageInput } from '@/lib/action/platform-entry'
import { sql } from '@/lib/db/sql'
import { metricNamed } from '@/lib/metrics/catalogue'
import { readMetrics } from '@/lib/metrics/read-metrics'
import { revenueList } from '@/lib/metrics/revenue-list'
import { tableOf } from '@/lib/metrics/rules'
import { addDays, dateIn, parseLocalDate } from '@/lib/time/local-date'
import { MetricChart } from './metric-chart'

/** One figure over a year, and the companies that it was made of on a day: the one in the address, or today. */
export async function renderMetric({ tx, admin, params, search }: PlatformPageInput) {
  const metric = metricNamed(params.metric ?? '')
  const today = dateIn('UTC', new Date())
  const day = params.day ? parseLocalDate(params.day) : today
  if (!metric || !day) notFound()
  const table = tableOf(await readMetrics(tx, addDays(today, -485), addDays(today, 1)))
  const companies = await loadTable(tx, revenueList, search, {
    where: sql`r.on_day = ${day}::date`,
    filters: ['state'],
    more: { name: { hrefKey: 'href' }, state: { kind: 'status' } },
    row: row => ({ href: `/tenants/${row.id}` }),
  })
  return (
    <Desk admin={admin}>
      <PageHeader
        crumbs={[{ label: 'Overview', href: '/' }, { label: metric.label }]}
        title={metric.label}
        description={metric.meaning}
      />
      <Section title="Twelve months, by week">
        <MetricChart name={metric.name} table={table} last={today} points={52} step={7} height={240} />
      </Section>
      <h2 className="mt-8 mb-3 font-semibold">Companies on {formatLocalDate(day, 'long')}</h2>
      <DataTable
        noun="companies"
        {...companies}
        rowHrefKey="href"
        searchLabel="Search by name or address"
        empty={
          <EmptyState drawing={<EmptyPlot />} title="No figures for this day">
            Figures are made every hour for today and the two days before.
          </EmptyState>
        }
      />
    </Desk>
  )
}
