import Stripe from 'stripe'
import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { fetchCustomer } from '@/lib/integrations/stripe/fetch-customer'
import { fetchInvoice } from '@/lib/integrations/stripe/fetch-invoice'
import { fetchSubscription } from '@/lib/integrations/stripe/fetch-subscription'
import { openStripe } from '@/lib/integrations/stripe/open-stripe'
import type { StripeEvent } from '@/lib/integrations/stripe/verify-webhook'
import { adoptMethod } from './adopt-method'
import { askedAt } from './asked-at'
import { mirrorCustomer } from './mirror-customer'
import { mirrorInvoice } from './mirror-invoice'
import { mirrorSubscription } from './mirror-subscription'
import { settleAccount } from './settle-account'

/** What an event comes to, once Stripe was asked how its object stands now. */
type Effect = (tx: PlatformTx, tenantId: TenantId) => Promise<void>

/**
 * Takes in an event of Stripe's: asks Stripe how the object it is about stands now, keeps that, and notes the event in
 * the same transaction. The same event again changes nothing, and in whatever order events come, they end the same.
 * @throws when Stripe cannot be asked; Stripe then sends the event again
 */
export async function applyStripeEvent(event: StripeEvent, now = new Date()): Promise<void> {
  if (await asPlatform(tx => countDelivery(tx, event))) return
  const tenantId = await findTenant(event)
  const effect = tenantId ? await prepareEffect(event, now) : null
  await asPlatform(async tx => {
    const { id, type, objectId, createdAt } = event
    const outcome = effect ? 'applied' : 'ignored'
    const noted = await tx.platformWebhookEvent.createMany({
      data: [{ id, type, objectId, createdAt, tenantId, outcome }],
      skipDuplicates: true,
    })
    if (noted.count === 0) await countDelivery(tx, event)
    else if (tenantId) await effect?.(tx, tenantId)
  })
}

async function countDelivery(tx: PlatformTx, { id }: StripeEvent): Promise<boolean> {
  const { count } = await tx.platformWebhookEvent.updateMany({
    where: { id },
    data: { deliveries: { increment: 1 } },
  })
  return count > 0
}

async function findTenant({ customerId }: StripeEvent): Promise<TenantId | null> {
  if (!customerId) return null
  const account = await asPlatform(tx =>
    tx.platformAccount.findUnique({ where: { stripeCustomerId: customerId }, select: { tenantId: true } }),
  )
  return (account?.tenantId as TenantId | undefined) ?? null
}

/** Null when the event is of no concern, or its object is gone. */
async function prepareEffect(event: StripeEvent, now: Date): Promise<Effect | null> {
  const stripe = openStripe()
  if (!stripe) throw new Error('an event of Stripe, but no account at Stripe')
  try {
    return await effectOf(stripe, event, now)
  } catch (error) {
    const gone = error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'
    if (gone) return null
    throw error
  }
}

const aboutPaying = /^(customer\.(created|updated|deleted)|payment_method\..+|setup_intent\..+)$/
const addsMethod = /^(payment_method\.attached|setup_intent\.succeeded|checkout\.session\.completed)$/

async function effectOf(
  stripe: Stripe,
  { type, objectId, customerId }: StripeEvent,
  now: Date,
): Promise<Effect | null> {
  const fetchedAt = await askedAt()
  if (type.startsWith('invoice.') && objectId?.startsWith('in_')) {
    const invoice = await fetchInvoice(stripe, objectId)
    // Whose it is, Stripe's own answer says.
    if (invoice.customerId !== customerId) return null
    const failed = type === 'invoice.payment_failed'
    return async (tx, tenantId) => {
      await mirrorInvoice(tx, tenantId, invoice, { fetchedAt, failed })
      await settleAccount(tx, tenantId, now)
    }
  }
  if (type.startsWith('customer.subscription.') && objectId) {
    const subscription = await fetchSubscription(stripe, objectId)
    return (tx, tenantId) => mirrorSubscription(tx, tenantId, subscription, fetchedAt)
  }
  const adds = addsMethod.test(type)
  if ((adds || aboutPaying.test(type)) && customerId) {
    const customer = await (adds ? adoptMethod(stripe, customerId) : fetchCustomer(stripe, customerId))
    return customer && ((tx, tenantId) => mirrorCustomer(tx, tenantId, customer, { fetchedAt, now }))
  }
  return null
}
