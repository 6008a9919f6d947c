import { z } from 'zod'
import { env } from '@/lib/env/env'
import { createStripeClient } from './create-stripe-client'
import { fromStripeTime } from './stripe-time'

const shape = z.object({
  id: z.string().startsWith('evt_'),
  type: z.string(),
  created: z.int(),
  data: z.object({
    object: z.looseObject({
      id: z.string().nullish(),
      object: z.string(),
      customer: z.union([z.string(), z.looseObject({ id: z.string() })]).nullish(),
    }),
    previous_attributes: z.looseObject({ customer: z.string().nullish() }).nullish(),
  }),
})

/** An event of Stripe's account, proved to be Stripe's: what it is about, and not what it says of it. */
export type StripeEvent = {
  id: string
  type: string
  createdAt: Date
  objectId: string | null
  customerId: string | null
}

/**
 * Checks the signature over the raw body and that it is at most five minutes old.
 * @returns null when it is not signed by Stripe for us, too old, or no event we can read
 */
export function verifyStripeWebhook(request: Request, body: string): StripeEvent | null {
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET } = env()
  const signature = request.headers.get('stripe-signature')
  if (!STRIPE_SECRET_KEY || !STRIPE_WEBHOOK_SECRET || !signature) return null
  try {
    const { webhooks } = createStripeClient(STRIPE_SECRET_KEY)
    return readEvent(webhooks.constructEvent(body, signature, STRIPE_WEBHOOK_SECRET))
  } catch {
    return null
  }
}

/** What an event is about, whoever brought it. */
export function readEvent(event: unknown): StripeEvent | null {
  const parsed = shape.safeParse(event)
  if (!parsed.success) return null
  const { id, type, created, data } = parsed.data
  const { customer } = data.object
  const named = typeof customer === 'string' ? customer : (customer?.id ?? null)
  const own = data.object.object === 'customer' ? data.object.id : null
  // A payment method that was taken away names only in the past whose it was.
  const before = data.previous_attributes?.customer
  return {
    id,
    type,
    createdAt: fromStripeTime(created),
    objectId: data.object.id ?? null,
    customerId: named ?? own ?? before ?? null,
  }
}
