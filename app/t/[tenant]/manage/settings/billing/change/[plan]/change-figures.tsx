import { Suspense } from 'react'
import { Section } from '@/components/ui/card'
import { formatLocalDate } from '@/components/ui/format-date'
import { formatMoney } from '@/components/ui/format-number'
import { Skeleton } from '@/components/ui/skeleton'
import { Sum, Sums } from '@/components/ui/sums'
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
      <Sums>
        <Sum
          label="Counts from"
          detail={
            from > today &&
            firstChargedDay(billing) <= today &&
            'Today is still charged as it was; what is included changes now'
          }
        >
          {formatLocalDate(from, 'medium', locale)}
        </Sum>
        <Sum label="Each month until now">{monthly(billing)}</Sum>
        <Sum label="Each month from the next bill on">{monthly(after)}</Sum>
        <Suspense fallback={<Skeleton className="h-12" />}>
          <StripeFigures
            billing={billing}
            after={after}
            changeMinor={changeMinor}
            now={now}
            locale={locale}
          />
        </Suspense>
      </Sums>
    </Section>
  )
}
