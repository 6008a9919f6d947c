import Stripe from 'stripe'
import { ok, type Result, refuse } from '@/lib/action/result'
import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { openStripe } from '@/lib/integrations/stripe/open-stripe'
import { log } from '@/lib/log/log'
import { readBilling } from '@/lib/subscriptions/read-billing'
import { urlOfTenant } from '@/lib/tenancy/url-of-tenant'
import { syncCustomer } from './sync-customer'

const billingPath = '/manage/settings/billing'

/**
 * Opens a page of Stripe's on which a company enters how it pays, or changes it; nothing of a card passes through here.
 * @returns the page's address; refusal 'no_stripe' or 'stripe_away'
 */
export async function openCheckout(
  tenantId: TenantId,
  page: 'add' | 'manage',
): Promise<Result<{ url: string }>> {
  const stripe = openStripe()
  if (!stripe) return refuse('no_stripe')
  try {
    const billing = await asPlatform(tx => readBilling(tx, tenantId))
    if (!billing) return refuse('not_found')
    const customer = billing.customerId ?? (await syncCustomer(stripe, billing))
    const back = await urlOfTenant(tenantId, billingPath)
    const url = await (page === 'add' ? checkoutPage : portalPage)(stripe, customer, back, billing.currency)
    return url ? ok({ url }) : refuse('stripe_away')
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    log().error({ tenantId, err: error }, 'Stripe opened no page')
    return refuse('stripe_away')
  }
}

async function checkoutPage(stripe: Stripe, customer: string, back: string, currency: string) {
  const session = await stripe.checkout.sessions.create({
    mode: 'setup',
    customer,
    currency: currency.toLowerCase(),
    success_url: `${back}?returned=saved`,
    cancel_url: back,
  })
  return session.url
}

async function portalPage(stripe: Stripe, customer: string, back: string) {
  const session = await stripe.billingPortal.sessions.create({ customer, return_url: back })
  return session.url
}
