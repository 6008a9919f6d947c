import { formatLocalDate } from '@/components/ui/format-date'
import { formatMoney } from '@/components/ui/format-number'
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
    return (
      <>
        <dt className="text-muted">For the trial, until {formatLocalDate(first, 'medium', locale)}</dt>
        <dd className="text-right">Free</dd>
      </>
    )
  return (
    <>
      <dt className="text-muted">For the rest of this month, with the next bill</dt>
      <dd className="text-right">{money(preview?.changeMinor ?? changeMinor)}</dd>
      {preview && (
        <>
          <dt className="border-t pt-2 font-semibold">
            Next bill, {formatLocalDate(dateIn('UTC', preview.nextAt), 'medium', locale)}
            <span className="block text-13 font-normal text-muted">
              As Stripe has it now, with what was used so far and credit
            </span>
          </dt>
          <dd className="border-t pt-2 text-right font-semibold">{money(preview.nextMinor)}</dd>
        </>
      )}
    </>
  )
}
