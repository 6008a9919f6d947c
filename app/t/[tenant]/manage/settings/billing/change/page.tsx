import { Check, Minus } from 'lucide-react'
import { priceWords } from '@/app/t/[tenant]/manage/settings/billing/price-words'
import { featureWords } from '@/app/t/[tenant]/manage/settings/billing/words'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { formatMoney, formatNumber } from '@/components/ui/format-number'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { readLimitUsage } from '@/lib/limits/read-limit-usage'
import { features, limitNames, meters, type PlanVersion } from '@/lib/plans/plan'
import { compareTiers, exceedingLimits, type LimitUsage } from '@/lib/plans/rules'
import { openPlans } from '@/lib/subscriptions/billing'
import { readMyBilling } from '@/lib/subscriptions/read-billing'
import { readPlansForSale } from '@/lib/subscriptions/read-plan-versions'
import { dateIn } from '@/lib/time/local-date'

export const metadata = { title: 'Change plan' }

const href = (kind: string, id: string) => `/manage/settings/billing/change/${kind}.${id}`

/** The plans for sale beside one another, with what the company uses against what each holds. */
export default tenantPage({ can: 'billing:write' }, async ({ tx, brand }) => {
  const billing = await readMyBilling(tx)
  const forSale = await readPlansForSale(tx, dateIn('UTC', new Date()))
  const usage = await readLimitUsage(tx)
  const open = openPlans(billing)
  // The company's own kind of plan comes first.
  const groups = [
    { title: 'A fixed price, up to a limit', plans: forSale.filter(({ kind }) => kind === 'tier') },
    { title: 'Pay for what you use', plans: forSale.filter(({ kind }) => kind !== 'tier') },
  ].toSorted((a, b) => Number(holds(open, b.plans)) - Number(holds(open, a.plans)))
  return (
    <>
      <PageHeader
        title="Change plan"
        crumbs={[
          { label: 'Settings', href: '/manage/settings' },
          { label: 'Billing', href: '/manage/settings/billing' },
          { label: 'Change plan' },
        ]}
        description="A larger plan counts from today, a smaller one from tomorrow (UTC). You see what it costs before anything changes."
      />
      <div className="flex flex-col gap-8">
        {groups.map(({ title, plans }) => (
          <section key={title} aria-label={title}>
            <h2 className="mb-3 font-semibold">{title}</h2>
            <ul className={cn('grid gap-4', plans.length > 1 && 'lg:grid-cols-3')}>
              {plans.map(plan => (
                <li key={plan.id}>
                  <PlanCard plan={plan} open={open} usage={usage} locale={brand.locale} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
})

const holds = (open: PlanVersion[], plans: PlanVersion[]) =>
  plans.some(plan => open.some(({ kind }) => kind === plan.kind))

type CardProps = { plan: PlanVersion; open: PlanVersion[]; usage: LimitUsage; locale: string }

function PlanCard({ plan, open, usage, locale }: CardProps) {
  const own = open.find(({ kind }) => kind === plan.kind)
  const excess = exceedingLimits(usage, plan)
  const shown = plan.kind === 'tier' ? features : plan.features
  return (
    <Card className="flex h-full flex-col gap-4 p-4">
      <div>
        <h3 className="flex items-center gap-2 text-base font-semibold">
          {plan.name}
          {own?.id === plan.id && <Badge tone="accent">Your plan</Badge>}
        </h3>
        <p className="tabular-nums">
          <span className="text-2xl font-semibold tracking-tight">
            {formatMoney(plan.baseMinor, plan.currency, locale)}
          </span>{' '}
          <span className="text-muted">a month</span>
        </p>
      </div>
      <ul className="flex flex-col gap-1 text-13 text-muted">
        {plan.prices.map(price => (
          <li key={price.meter}>+ {priceWords(price, plan.currency, locale)}</li>
        ))}
        {limitNames.map(name => {
          const limit = plan.limits[name]
          if (limit === undefined) return null
          const over = usage[name] > limit
          return (
            <li key={name} className={over ? 'text-critical' : undefined}>
              {formatNumber(limit, locale)} {meters[name].title.toLowerCase()}
              {name === 'bookings' && ' a month'} · you have {formatNumber(usage[name], locale)}
            </li>
          )
        })}
      </ul>
      <ul className={cn('grid flex-1 content-start gap-1 text-13', plan.kind !== 'tier' && 'sm:grid-cols-2')}>
        {shown.map(feature => {
          const has = plan.features.includes(feature)
          return (
            <li key={feature} className={has ? 'flex gap-2' : 'flex gap-2 text-faint'}>
              {has ? (
                <Check aria-hidden className="mt-0.5 size-3.5 shrink-0 text-positive" />
              ) : (
                <Minus aria-hidden className="mt-0.5 size-3.5 shrink-0" />
              )}
              <span>
                {!has && <span className="sr-only">Not included: </span>}
                {featureWords[feature]}
              </span>
            </li>
          )
        })}
      </ul>
      {excess.map(({ limit, sentence }) => (
        <p key={limit} className="text-13 text-critical">
          {sentence}
        </p>
      ))}
      {excess.length === 0 && <Choose plan={plan} own={own} only={open.length === 1} />}
    </Card>
  )
}

function Choose({ plan, own, only }: { plan: PlanVersion; own: PlanVersion | undefined; only: boolean }) {
  if (own?.id === plan.id)
    return only ? (
      <p className="text-13 text-muted">This is your only plan.</p>
    ) : (
      <ButtonLink href={href(plan.kind, 'none')} className={plan.kind === 'tier' ? '' : 'self-start'}>
        Remove {plan.name}
      </ButtonLink>
    )
  const way = own ? compareTiers(own, plan) : 'upgrade'
  const words = { upgrade: own ? 'Upgrade to' : 'Add', downgrade: 'Downgrade to', same: 'Change to the new' }
  return (
    <ButtonLink href={href(plan.kind, plan.id)} className={plan.kind === 'tier' ? '' : 'self-start'}>
      {words[way]} {plan.name}
    </ButtonLink>
  )
}
