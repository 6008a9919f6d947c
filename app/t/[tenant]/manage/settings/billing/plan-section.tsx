import { Check } from 'lucide-react'
import { Status } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { formatLocalDate } from '@/components/ui/format-date'
import { formatMoney, formatNumber } from '@/components/ui/format-number'
import { limitNames, meters } from '@/lib/plans/plan'
import type { Billing } from '@/lib/subscriptions/billing'
import type { LocalDate } from '@/lib/time/local-date'
import { priceWords } from './price-words'
import { featureWords } from './words'

/** The plans the company has, each with what it costs, holds and can. */
export function PlanSection({
  billing,
  mayChange,
  today,
  locale,
}: {
  billing: Billing
  /** UTC; a smaller plan that was chosen today is charged from tomorrow. */
  today: LocalDate
  mayChange: boolean
  locale: string
}) {
  const open = billing.periods.filter(period => period.endsOn === null)
  return (
    <Section
      title={
        <span className="flex flex-wrap items-center gap-x-3">
          {open.length > 1 ? 'Your plans' : 'Your plan'}
          {billing.state === 'active' && <Status tone="positive">In good standing</Status>}
        </span>
      }
      actions={
        mayChange && (
          <ButtonLink href="/manage/settings/billing/change" size="sm">
            Change plan
          </ButtonLink>
        )
      }
      padded={false}
    >
      <ul className="divide-y">
        {open.map(({ id, plan, startsOn }) => (
          <li key={id} className="grid gap-x-8 gap-y-3 p-4 sm:grid-cols-2">
            <div>
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="text-base font-semibold">{plan.name}</span>
                <span className="text-muted tabular-nums">
                  {formatMoney(plan.baseMinor, plan.currency, locale)} a month
                </span>
              </p>
              <p className="text-13 text-muted">
                {startsOn > today ? 'Charged from' : 'Since'} {formatLocalDate(startsOn, 'medium', locale)}
              </p>
              <ul className="mt-2 text-13 text-muted">
                {plan.prices.map(price => (
                  <li key={price.meter}>{priceWords(price, plan.currency, locale)}</li>
                ))}
                {limitNames.map(name => {
                  const limit = plan.limits[name]
                  return (
                    limit !== undefined && (
                      <li key={name}>
                        Up to {formatNumber(limit, locale)} {meters[name].title.toLowerCase()}
                        {name === 'bookings' && ' a month'}
                      </li>
                    )
                  )
                })}
              </ul>
            </div>
            <ul className="flex flex-col gap-1 text-13">
              {plan.features.map(feature => (
                <li key={feature} className="flex items-start gap-2">
                  <Check aria-hidden className="mt-0.5 size-3.5 shrink-0 text-positive" />
                  {featureWords[feature]}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {open.length === 0 && <p className="p-4 text-muted">The company has no plan.</p>}
    </Section>
  )
}
