import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { InDays } from '@/app/admin/(desk)/metrics/in-days'
import { writeMetric, writeMetricShort } from '@/app/admin/(desk)/metrics/write-metric'
import { TenantFrame } from '@/app/admin/(desk)/tenants/[tenant]/tenant-frame'
import { BarChart } from '@/components/chart/bar-chart'
import { LineChart } from '@/components/chart/line-chart'
import { Meter } from '@/components/chart/meter'
import { Card, Section } from '@/components/ui/card'
import { formatLocalDate } from '@/components/ui/format-date'
import { formatNumber } from '@/components/ui/format-number'
import { readCustomer } from '@/lib/accounts/read-customer'
import { platformPage } from '@/lib/action/platform-entry'
import { readDirectoryTenant } from '@/lib/directory/read-directory-tenant'
import { readServiceHours, readServiceOf } from '@/lib/metrics/read-service'
import { readUse } from '@/lib/metrics/read-use'
import { limitNames, meterNames, meters } from '@/lib/plans/plan'
import { limitState, limitsOf } from '@/lib/plans/rules'
import { addDays, dateIn } from '@/lib/time/local-date'
import { ServiceHistory } from './service-history'

export const metadata: Metadata = { title: 'Usage of a company' }

const sumOf = (figures: ReadonlyMap<string, number>) =>
  [...figures.values()].reduce((sum, value) => sum + value, 0)

/** What a company uses against what its plans allow, over thirty days, and how its pages do. */
export default platformPage({ can: 'tenant:read' }, async ({ tx, admin, params }) => {
  const company = await readDirectoryTenant(tx, params.tenant ?? '')
  const customer = company && (await readCustomer(tx, company.id))
  if (!company || !customer) notFound()
  const today = dateIn('UTC', new Date())
  const days = Array.from({ length: 30 }, (_, index) => addDays(today, index - 29))
  const use = await readUse(tx, company.id, days[0] ?? today, addDays(today, 1))
  const now = new Date()
  const [service] = await readServiceOf(tx, company.id, new Date(now.getTime() - 86_400_000))
  const hours = await readServiceHours(tx, company.id, new Date(now.getTime() - 14 * 86_400_000))
  const limits = limitsOf(customer.plans)
  const known = meterNames.filter(meter => use.some(row => row.meter === meter))
  return (
    <TenantFrame admin={admin} company={company} part="/use">
      <Section title="Limits of its plans" className="mb-5">
        <div className="grid gap-x-12 gap-y-5 md:grid-cols-3">
          {limitNames.map(name => {
            const used = Number(customer.use.find(row => row.meter === name)?.quantity ?? 0n)
            const limit = limits[name] ?? null
            return (
              <Meter
                key={name}
                label={meters[name].title}
                used={used}
                limit={limit}
                format={value => formatNumber(value)}
                state={limitState(used, limits[name])}
              />
            )
          })}
        </div>
      </Section>
      {known.length === 0 && <p className="mb-5 text-muted">Nothing was metered in the last 30 days.</p>}
      <div className="grid gap-5 lg:grid-cols-2">
        {known.map(meter => {
          const counted = meters[meter].by === 'count'
          const Chart = counted ? BarChart : LineChart
          const unit = meter === 'storage-bytes' ? 'bytes' : 'count'
          const of = new Map(
            use.filter(row => row.meter === meter).map(row => [row.day, Number(row.quantity)]),
          )
          return (
            <Card key={meter} className="p-4">
              <Chart
                label={meters[meter].title}
                headline={
                  counted ? <InDays text={writeMetric(unit, sumOf(of))} days={days.length} /> : undefined
                }
                points={days.map(day => ({
                  label: formatLocalDate(day),
                  short: formatLocalDate(day, 'short'),
                  value: of.get(day) ?? null,
                }))}
                format={value => writeMetric(unit, value)}
                axisFormat={value => writeMetricShort(unit, value)}
                height={120}
              />
            </Card>
          )
        })}
      </div>
      <ServiceHistory row={service} hours={hours} now={now} />
    </TenantFrame>
  )
})
