import type { Metadata } from 'next'
import { BarList } from '@/components/chart/bar-list'
import { Card, Section } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Stats } from '@/components/ui/stat'
import { platformPage } from '@/lib/action/platform-entry'
import { type MetricName, metrics } from '@/lib/metrics/catalogue'
import { plannedStates, readAdoption } from '@/lib/metrics/read-adoption'
import { readMetrics } from '@/lib/metrics/read-metrics'
import { readWorstService } from '@/lib/metrics/read-service'
import { tableOf } from '@/lib/metrics/rules'
import { addDays, dateIn } from '@/lib/time/local-date'
import { Desk } from './desk'
import { MetricChart } from './metrics/metric-chart'
import { writeMetric, writeMetricShort } from './metrics/write-metric'
import { ServiceCharts } from './service-charts'

export const metadata: Metadata = { title: 'Overview' }

const headlines: MetricName[] = ['mrr', 'arr', 'retention', 'churn', 'conversion', 'overdue']
const charts: MetricName[] = ['mrr', 'paying', 'opened', 'cancelled', 'homeowners', 'emails']

const inStates = plannedStates.map(state => `f.state=${state}`).join('&')

/** How the business and the service do today, each figure leading to what it is made of. */
export default platformPage({ can: 'metric:read' }, async ({ tx, admin }) => {
  const today = dateIn('UTC', new Date())
  const table = tableOf(await readMetrics(tx, addDays(today, -120), addDays(today, 1)))
  const service = await readWorstService(tx, new Date(Date.now() - 86_400_000), 8)
  const { plans, uses } = await readAdoption(tx)
  const fresh = table.size > 0
  return (
    <Desk admin={admin}>
      <PageHeader
        title="Overview"
        description="Up to the last full hour, by days in UTC. Amounts in US dollars."
      />
      <Stats
        className="mb-5"
        items={headlines.map(name => {
          const { label, unit, on } = metrics[name]
          const [value, before] = [on(table, today), on(table, addDays(today, -30))]
          return {
            label,
            value: value === null ? '—' : writeMetric(unit, value),
            detail: before === null ? undefined : `${writeMetricShort(unit, before)} 30 days ago`,
            href: `/metrics/${name}`,
          }
        })}
      />
      {!fresh && <p className="mb-5 text-muted">No figures yet: they are made every hour.</p>}
      <div className="grid gap-5 lg:grid-cols-2">
        {charts.map(name => (
          <Card key={name} className="p-4">
            <MetricChart name={name} table={table} last={today} points={30} linked />
          </Card>
        ))}
        <Section title="Plans" description="Companies on trial, active or past due.">
          <BarList
            label="Companies by plan"
            rows={plans.map(({ what, plan, companies }) => ({
              label: what,
              value: companies,
              href: `/tenants?f.plan=${plan}&${inStates}`,
            }))}
          />
        </Section>
        <Section title="Feature adoption" description="Companies that used it in the last 30 days.">
          <BarList
            label="Companies by feature"
            rows={uses.map(({ what, feature, companies }) => ({
              label: what,
              value: companies,
              href: `/tenants?f.uses=${feature}`,
            }))}
          />
        </Section>
      </div>
      <h2 className="mt-8 mb-3 font-semibold">Response times and errors, last 24 hours</h2>
      <ServiceCharts {...service} />
    </Desk>
  )
})
