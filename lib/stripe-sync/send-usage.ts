import Stripe from 'stripe'
import { asPlatform } from '@/lib/db/as-platform'
import { openStripe } from '@/lib/integrations/stripe/open-stripe'
import { toStripeTime } from '@/lib/integrations/stripe/stripe-time'
import type { Job } from '@/lib/jobs/job-names'
import { log } from '@/lib/log/log'
import { type Meter, meterNames } from '@/lib/plans/plan'
import { eventName } from './price-keys'

const atOnce = 200
const mostAttempts = 10

/**
 * Reports to Stripe's meters what waits to be reported of a company. One that Stripe has already is not counted again,
 * so a report whose answer was lost is sent anew.
 * @throws when Stripe could not be asked, so that the job is tried again
 */
export async function sendUsage({
  tenantId,
  signal,
}: Pick<Job<'send-usage'>, 'tenantId' | 'signal'>): Promise<void> {
  const stripe = openStripe()
  if (!stripe) return
  const customer = await asPlatform(tx =>
    tx.platformAccount.findUnique({ where: { tenantId }, select: { stripeCustomerId: true } }),
  )
  if (!customer?.stripeCustomerId) throw new Error('the company is no customer at Stripe yet')
  for (let waiting = await readWaiting(tenantId); waiting.length > 0; waiting = await readWaiting(tenantId)) {
    for (const event of waiting) {
      signal.throwIfAborted()
      await send(stripe, customer.stripeCustomerId, event)
    }
  }
}

function readWaiting(tenantId: string) {
  return asPlatform(tx =>
    tx.platformMeterEvent.findMany({
      where: { tenantId, sentAt: null, attempts: { lt: mostAttempts } },
      orderBy: { id: 'asc' },
      take: atOnce,
    }),
  )
}

type Waiting = Awaited<ReturnType<typeof readWaiting>>[number]

async function send(stripe: Stripe, customer: string, event: Waiting): Promise<void> {
  const { tenantId, id, identifier, onDay, value, planVersionId } = event
  const where = { tenantId_id: { tenantId, id } }
  const attempts = { increment: 1 }
  try {
    await stripe.billing.meterEvents.create({
      event_name: eventName(planVersionId, meterOf(event)),
      identifier,
      timestamp: toStripeTime(onDay),
      payload: { stripe_customer_id: customer, value: String(value) },
    })
  } catch (error) {
    if (!isKnown(error)) {
      const { message } = error instanceof Error ? error : new Error(String(error))
      await asPlatform(tx =>
        tx.platformMeterEvent.update({ where, data: { attempts, error: message.slice(0, 500) } }),
      )
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
      return log().error({ tenantId, identifier, message }, 'Stripe does not take this use')
    }
  }
  await asPlatform(tx =>
    tx.platformMeterEvent.update({ where, data: { attempts, error: null, sentAt: new Date() } }),
  )
}

function meterOf({ meter }: Waiting): Meter {
  const found = meterNames.find(name => name === meter)
  if (!found) throw new Error(`no meter ${meter}`)
  return found
}

/** Whether Stripe has an event of this identifier already. */
function isKnown(error: unknown): boolean {
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return false
  return error.code === 'duplicate_meter_event' || /already exists with identifier/.test(error.message)
}
