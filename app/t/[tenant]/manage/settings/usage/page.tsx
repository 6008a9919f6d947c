import { Download } from 'lucide-react'
import { NextBill } from '@/app/t/[tenant]/manage/settings/billing/next-bill'
import { SettingsHeader } from '@/app/t/[tenant]/manage/settings/settings-header'
import { buttonClass } from '@/components/ui/button-class'
import { tenantPage } from '@/lib/action/tenant-page'
import { forecastMonth } from '@/lib/rating/forecast-month'
import { openPlans, ratedTerms } from '@/lib/subscriptions/billing'
import { readMyBilling } from '@/lib/subscriptions/read-billing'
import { dateIn } from '@/lib/time/local-date'
import { firstDayOf, monthOf } from '@/lib/time/month'
import { countUsers } from '@/lib/usage/count-users'
import { readUsage } from '@/lib/usage/read-usage'
import { daysOf } from '@/lib/usage/rules'
import { ExpectedBill } from './expected-bill'
import { LimitMeters } from './limit-meters'
import { UsageCharts } from './usage-charts'

export const metadata = { title: 'Usage' }

/** What the company uses: against its limits, over time, and what the next bill comes to. */
export default tenantPage({ can: 'billing:read' }, async ({ tx, actor, brand, account, query }) => {
  const range = query.range === '12m' ? '12m' : '30d'
  const now = new Date()
  const today = dateIn('UTC', now)
  const month = monthOf(today)
  const { from, until } = daysOf(range, today)
  const since = [from, firstDayOf(month)].sort()[0] ?? from
  const usage = await readUsage(tx, { from: since, until })
  const billing = await readMyBilling(tx)
  const users = await countUsers(tx)
  const rated = { month, currency: billing.currency, usage, ...ratedTerms(billing) }
  return (
    <>
      <SettingsHeader
        current="/manage/settings/usage"
        actor={actor}
        account={account}
        actions={
          <a href="/api/usage/days" download className={buttonClass('secondary')}>
            <Download aria-hidden />
            Export CSV
          </a>
        }
      />
      <div className="flex flex-col gap-6">
        <LimitMeters plans={openPlans(billing)} users={users} locale={brand.locale} />
        <NextBill billing={billing} usage={usage} now={now} locale={brand.locale} />
        <ExpectedBill forecast={forecastMonth(rated, today)} usage={usage} locale={brand.locale} />
        <UsageCharts usage={usage} range={range} today={today} locale={brand.locale} />
        <p className="text-13 text-muted">
          Counted every hour, by days in UTC. Storage is what your files take up at the end of a day; a
          gigabyte is 10⁹ bytes.
        </p>
      </div>
    </>
  )
})
