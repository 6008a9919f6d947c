import { CreditCard } from 'lucide-react'
import { Section } from '@/components/ui/card'
import { formatLocalDate } from '@/components/ui/format-date'
import type { Billing } from '@/lib/subscriptions/billing'
import { CheckoutButton } from './checkout-button'
import { methodWords } from './words'

/** How the company pays. Cards are entered at Stripe; only what is needed to know one again is kept here. */
export function PaymentSection({
  billing,
  mayChange,
  locale,
}: {
  billing: Billing
  mayChange: boolean
  locale: string
}) {
  const words = methodWords(billing)
  const expires = billing.method?.expiresOn
  return (
    <Section
      title="Payment method"
      actions={
        mayChange && (
          <>
            {words && <CheckoutButton page="manage" label="Manage at Stripe" variant="ghost" />}
            <CheckoutButton
              page="add"
              label={words ? 'Replace' : 'Add payment method'}
              variant={words ? 'secondary' : 'primary'}
            />
          </>
        )
      }
      footer="Cards are entered on a page of Stripe’s. Portico never sees their numbers."
    >
      {words ? (
        <p className="flex items-center gap-3">
          <CreditCard aria-hidden className="size-5 text-muted" />
          <span>
            {words}
            {expires && (
              <span className="block text-13 text-muted">
                Good until {formatLocalDate(expires, 'medium', locale)}
              </span>
            )}
          </span>
        </p>
      ) : (
        <p className="text-muted">No payment method yet. Without one nothing can be charged.</p>
      )}
    </Section>
  )
}
