import { Suspense } from 'react'
import { Section } from '@/components/ui/card'
import { formatLocalDate } from '@/components/ui/format-date'
import { formatMoney } from '@/components/ui/format-number'
import { Skeleton } from '@/components/ui/skeleton'
import { type Billing, firstChargedDay, openPlans } from '@/lib/subscriptions/billing'
import { expectedBill } from '@/lib/subscriptions/expected-bill'
import { afterStep, countsFrom, type PlanStep } from '@/lib/subscriptions/plan-change'
import { dateIn } from '@/lib/time/local-date'
import { StripeFigures } from './stripe-figures'

/** What a change of plan comes to, by our reckoning at once and by Stripe's as soon as it answers. */
export function ChangeFigures({
  billing,
  step,
  now,
  locale,
}: {
  billing: Billing
  step: PlanStep
  now: Date
  locale: string
}) {
  const today = dateIn('UTC', now)
  const after = afterStep(billing, step, today)
  const from = countsFrom(billing, step, today)
  const changeMinor = expectedBill(after, [], now).changesMinor - expectedBill(billing, [], now).changesMinor
  const monthly = (agreed: Billing) =>
    formatMoney(
      openPlans(agreed).reduce((sum, plan) => sum + plan.baseMinor, 0n),
      billing.currency,
      locale,
    )
  return (
    <Section title="What it comes to" description="Before taxes, and beside what is used.">
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5 tabular-nums">
        <dt className="text-muted">
          Counts from
          {from > today && firstChargedDay(billing) <= today && (
            <span className="block text-13">
              Today is still charged as it was; what is included changes now
            </span>
          )}
        </dt>
        <dd className="text-right">{formatLocalDate(from, 'medium', locale)}</dd>
        <dt className="text-muted">Each month until now</dt>
        <dd className="text-right">{monthly(billing)}</dd>
        <dt className="text-muted">Each month from the next bill on</dt>
        <dd className="text-right">{monthly(after)}</dd>
        <Suspense fallback={<Skeleton className="col-span-2 h-12" />}>
          <StripeFigures
            billing={billing}
            after={after}
            changeMinor={changeMinor}
            now={now}
            locale={locale}
          />
        </Suspense>
      </dl>
    </Section>
  )
}
