import { formatLocalDate } from '@/components/ui/format-date'
import { formatMoney } from '@/components/ui/format-number'
import { Sum } from '@/components/ui/sums'
import { previewAtStripe } from '@/lib/stripe-sync/preview-at-stripe'
import { type Billing, firstChargedDay } from '@/lib/subscriptions/billing'
import { dateIn } from '@/lib/time/local-date'

/**
 * What a change adds to the next bill or takes off, and what that bill then comes to: Stripe's figures, asked for once
 * the page's transaction is over; ours while Stripe has none.
 */
export async function StripeFigures({
  billing,
  after,
  changeMinor,
  now,
  locale,
}: {
  billing: Billing
  after: Billing
  changeMinor: bigint
  now: Date
  locale: string
}) {
  const preview = await previewAtStripe(billing, after, changeMinor, now)
  const money = (minor: bigint) => formatMoney(minor, billing.currency, locale)
  const first = firstChargedDay(billing)
  if (first > dateIn('UTC', now))
    return <Sum label={`For the trial, until ${formatLocalDate(first, 'medium', locale)}`}>Free</Sum>
  return (
    <>
      <Sum label="For the rest of this month, with the next bill">
        {money(preview?.changeMinor ?? changeMinor)}
      </Sum>
      {preview && (
        <Sum
          total
          label={`Next bill, ${formatLocalDate(dateIn('UTC', preview.nextAt), 'medium', locale)}`}
          detail="With what was used so far and your credit"
        >
          {money(preview.nextMinor)}
        </Sum>
      )}
    </>
  )
}
