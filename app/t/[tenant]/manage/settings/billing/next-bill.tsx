import { Section } from '@/components/ui/card'
import { formatLocalDate } from '@/components/ui/format-date'
import { formatMoney } from '@/components/ui/format-number'
import { Sum, Sums } from '@/components/ui/sums'
import { forecastUsage } from '@/lib/rating/forecast-month'
import type { DayUsage } from '@/lib/rating/invoice'
import { type Billing, ratedTerms } from '@/lib/subscriptions/billing'
import { expectedBill, nextBillOn } from '@/lib/subscriptions/expected-bill'
import { dateIn } from '@/lib/time/local-date'
import { monthOf } from '@/lib/time/month'
import { afterHold } from './words'

/** What the next bill is expected to be, and when it comes. */
export function NextBill({
  billing,
  usage,
  now,
  locale,
}: {
  billing: Billing
  usage: readonly DayUsage[]
  now: Date
  locale: string
}) {
  const stopped = billing.state === 'read_only' || billing.state === 'suspended'
  const ended = billing.state === 'cancelled' || billing.heldAt !== null || (stopped && !billing.overdueSince)
  if (ended) return null
  const today = dateIn('UTC', now)
  const month = monthOf(today)
  const on = nextBillOn(billing, today)
  const expected = forecastUsage({ month, usage, ...ratedTerms(billing) }, today)
  const bill = expectedBill(billing, expected, now)
  const credit = billing.balanceMinor < 0n ? -billing.balanceMinor : 0n
  const used = credit < bill.totalMinor ? credit : bill.totalMinor > 0n ? bill.totalMinor : 0n
  const money = (minor: bigint) => formatMoney(minor, billing.currency, locale)
  const lines = [
    { label: 'Plans, for the month ahead', minor: bill.baseMinor },
    { label: 'What you use this month, expected', minor: bill.usageMinor },
    { label: 'What you used in earlier months, found after their bills', minor: bill.lateMinor },
    { label: 'Changes of plan this month', minor: bill.changesMinor },
    { label: 'Discounts', minor: -bill.discountMinor },
    { label: 'Your credit', minor: -used },
  ].filter(({ minor }, index) => index === 0 || minor !== 0n)
  return (
    <Section
      title={`Next bill, ${formatLocalDate(on, 'medium', locale)}`}
      description={billing.cancelsAt ? 'The last one.' : (afterHold(billing, today, locale) ?? undefined)}
      footer="An estimate before taxes. Plans are charged when a month begins, use when it ends (UTC)."
    >
      <Sums>
        {lines.map(({ label, minor }) => (
          <Sum key={label} label={label}>
            {money(minor)}
          </Sum>
        ))}
        <Sum label="Expected" total>
          {money(bill.totalMinor - used)}
        </Sum>
      </Sums>
    </Section>
  )
}
