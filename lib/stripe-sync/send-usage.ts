import Stripe from 'stripe'
import { asPlatform } from '@/lib/db/as-platform'
import { openStripe } from '@/lib/integrations/stripe/open-stripe'
import { toStripeTime } from '@/lib/integrations/stripe/stripe-time'
import type { Job } from '@/lib/jobs/job-names'
import { log } from '@/lib/log/log'
import { type Meter, meterNames } from '@/lib/plans/plan'
import { isWaived } from '@/lib/rating/suspensions'
import type { Billing } from '@/lib/subscriptions/billing'
import { readBilling } from '@/lib/subscriptions/read-billing'
import { dateIn, fromDbDate, toDbDate } from '@/lib/time/local-date'
import { addMonths, firstDayOf, monthOf } from '@/lib/time/month'
import { eventName } from './price-keys'
import { recordUnsent } from './record-difference'

const atOnce = 200
const mostAttempts = 10
const draftMs = 30 * 60_000

/**
 * Reports to Stripe's meters what waits to be reported of a company. One that Stripe has already is not counted again,
 * so a report whose answer was lost is sent anew. What comes after the bill of its own month is counted with the present
 * one, and so charged with the next bill.
 * @throws when Stripe could not be asked, so that the job is tried again
 */
export async function sendUsage(
  { tenantId, signal }: Pick<Job<'send-usage'>, 'tenantId' | 'signal'>,
  now = new Date(),
): Promise<void> {
  const stripe = openStripe()
  if (!stripe) return
  const billing = await asPlatform(tx => readBilling(tx, tenantId))
  if (!billing?.customerId) throw new Error('the company is no customer at Stripe yet')
  for (let waiting = await readWaiting(tenantId); waiting.length > 0; waiting = await readWaiting(tenantId)) {
    for (const event of waiting) {
      signal.throwIfAborted()
      await send(stripe, billing.customerId, event, lateDay(billing, event, now))
    }
  }
}

/**
 * The day to count a report in whose month is billed already; null when it is not. A bill is a draft for an hour, and
 * Stripe takes a while to add up. What belongs to a bill that was waived stays where it is.
 */
function lateDay({ suspensions }: Billing, { onDay, billedOn }: Waiting, now: Date): Date | null {
  if (billedOn) return billedOn
  const next = firstDayOf(addMonths(monthOf(fromDbDate(onDay)), 1))
  const open = now.getTime() < toDbDate(next).getTime() + draftMs
  return open || isWaived(suspensions, next) ? null : toDbDate(dateIn('UTC', now))
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

/** What is noted of a report. */
type Kept = {
  billedOn?: Date | null
  sentAt?: Date
  error?: string | null
  attempts?: { increment: number }
}

async function send(stripe: Stripe, customer: string, event: Waiting, late: Date | null): Promise<void> {
  const { tenantId, id, identifier, onDay, value, planVersionId } = event
  const keep = (data: Kept) =>
    asPlatform(tx => tx.platformMeterEvent.update({ where: { tenantId_id: { tenantId, id } }, data }))
  const moves = late !== null && event.billedOn === null
  // Kept before it is sent: whoever sends it again is to know in which month Stripe has it.
  if (moves) await keep({ billedOn: late })
  try {
    await stripe.billing.meterEvents.create({
      event_name: eventName(planVersionId, meterOf(event)),
      identifier,
      timestamp: toStripeTime(late ?? onDay),
      payload: { stripe_customer_id: customer, value: String(value) },
    })
  } catch (error) {
    if (!isKnown(error)) return refused(event, error, keep)
    // It had reached Stripe before its month was billed, and only the answer was lost.
    if (moves) await keep({ billedOn: null })
  }
  await keep({ attempts: { increment: 1 }, error: null, sentAt: new Date() })
}

/**
 * Only what Stripe will not take is given up some time, and listed for admins, who are told of it; what could not be
 * sent is sent as long as it takes.
 */
async function refused(
  waiting: Waiting,
  error: unknown,
  keep: (data: Kept) => Promise<unknown>,
): Promise<void> {
  const { tenantId, identifier, attempts } = waiting
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const final = error instanceof Stripe.errors.StripeInvalidRequestError
  await keep({ error: message, ...(final && { attempts: { increment: 1 } }) })
  if (!final) throw error
  log().error({ tenantId, identifier, message }, 'Stripe does not take this use')
  if (attempts + 1 >= mostAttempts) await asPlatform(tx => recordUnsent(tx, waiting))
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
