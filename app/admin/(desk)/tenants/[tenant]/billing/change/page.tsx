import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TenantFrame } from '@/app/admin/(desk)/tenants/[tenant]/tenant-frame'
import { priceWords } from '@/app/t/[tenant]/manage/settings/billing/price-words'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { formatMoney, formatNumber } from '@/components/ui/format-number'
import { platformPage } from '@/lib/action/platform-entry'
import type { TenantId } from '@/lib/db/in-tenant'
import { readDirectoryTenant } from '@/lib/directory/read-directory-tenant'
import { readLimitUsageOf } from '@/lib/limits/read-limit-usage-of'
import { limitNames, meters, type PlanVersion } from '@/lib/plans/plan'
import { exceedingLimits, type LimitUsage } from '@/lib/plans/rules'
import { openPlans } from '@/lib/subscriptions/billing'
import { readBilling } from '@/lib/subscriptions/read-billing'
import { readOffer } from '@/lib/subscriptions/read-plan-versions'
import { dateIn } from '@/lib/time/local-date'

export const metadata: Metadata = { title: 'Change the plan of a company' }

/** What a company could have instead of its plans, and what it is too large for. */
export default platformPage({ can: 'account:change' }, async ({ tx, admin, params }) => {
  const company = await readDirectoryTenant(tx, params.tenant ?? '')
  const billing = company && (await readBilling(tx, company.id))
  if (!company || !billing) notFound()
  const offer = await readOffer(tx, dateIn('UTC', new Date()))
  const usage = await readLimitUsageOf(tx, company.id as TenantId)
  const open = openPlans(billing)
  return (
    <TenantFrame admin={admin} company={company} part="/billing">
      <h2 className="font-semibold">Change the plan</h2>
      <p className="mt-1 mb-4 text-muted">
        In place of the plan of the same kind. A larger plan counts from today, a smaller one from tomorrow
        (UTC). The next page says what it comes to.
      </p>
      <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-4">
        {offer.map(plan => (
          <li key={plan.id}>
            <Offer
              plan={plan}
              own={open.find(({ kind }) => kind === plan.kind)}
              usage={usage}
              href={`/tenants/${company.id}/billing/change/${plan.id}`}
            />
          </li>
        ))}
      </ul>
    </TenantFrame>
  )
})

function Offer({
  plan,
  own,
  usage,
  href,
}: {
  plan: PlanVersion
  own: PlanVersion | undefined
  usage: LimitUsage
  href: string
}) {
  const excess = exceedingLimits(usage, plan)
  return (
    <Card className="flex h-full flex-col gap-3 p-4">
      <div>
        <h3 className="flex items-center gap-2 text-base font-semibold">
          {plan.name}
          {own?.id === plan.id && <Badge tone="accent">Current</Badge>}
        </h3>
        <p className="tabular-nums text-muted">{formatMoney(plan.baseMinor, plan.currency)} a month</p>
      </div>
      <ul className="flex flex-1 flex-col gap-1 text-13 text-muted">
        {limitNames.map(name => {
          const limit = plan.limits[name]
          if (limit === undefined) return null
          return (
            <li key={name}>
              {formatNumber(usage[name])} of {formatNumber(limit)} {meters[name].title.toLowerCase()}
              {name === 'bookings' && ' this month'}
            </li>
          )
        })}
        {plan.prices.map(price => (
          <li key={price.meter}>+ {priceWords(price, plan.currency, 'en-US')}</li>
        ))}
      </ul>
      {excess.map(({ limit, sentence }) => (
        <p key={limit} className="text-13 text-critical">
          {sentence}
        </p>
      ))}
      {own?.id !== plan.id && excess.length === 0 && (
        <ButtonLink href={href}>
          {own ? 'Change to' : 'Add'} {plan.name}
        </ButtonLink>
      )}
    </Card>
  )
}
