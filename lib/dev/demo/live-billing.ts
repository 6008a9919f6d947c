import type Stripe from 'stripe'
import { advanceAccounts } from '@/lib/accounts/advance-accounts'
import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { demoSecrets } from '@/lib/env/demo-values'
import { openStripe } from '@/lib/integrations/stripe/open-stripe'
import { fromStripeTime } from '@/lib/integrations/stripe/stripe-time'
import { readEvent } from '@/lib/integrations/stripe/verify-webhook'
import { applyStripeEvent } from '@/lib/stripe-sync/apply-stripe-event'
import { sendUsage } from '@/lib/stripe-sync/send-usage'
import { syncBilling } from '@/lib/stripe-sync/sync-billing'
import { syncCatalogue } from '@/lib/stripe-sync/sync-catalogue'
import { queueMeterEvents } from '@/lib/subscriptions/queue-meter-events'
import { controlStripe } from '@/lib/testing/stripe'
import { addDays, dateIn, type LocalDate, toDbDate } from '@/lib/time/local-date'
import { addMonths, firstDayOf, monthOf } from '@/lib/time/month'
import { backdateCompany } from './backdate-company'

/** A customer of the demo: how many days ago it began, when its trial ends or ended, and the card it gave. */
type Life = { slug: string; began: number; trialEnded: number; card: string | null }

/** One that pays, one whose card is declined, one on trial. */
const lives: Life[] = [
  { slug: 'seabreeze', began: 120, trialEnded: 89, card: 'pm_card_visa' },
  { slug: 'palm-and-pier', began: 35, trialEnded: 4, card: 'pm_card_chargeCustomerFail' },
  { slug: 'gulfline', began: 12, trialEnded: -19, card: null },
]

const hoursAfter = (day: LocalDate, hours: number) => new Date(toDbDate(day).getTime() + hours * 3_600_000)

/**
 * Lets the demo's companies live through their months as customers of the emulated Stripe: trials, cards, use,
 * invoices paid and declined. All by the product's own work, with both clocks moved; without the emulator nothing.
 */
export async function liveBilling(now = new Date()): Promise<void> {
  const { STRIPE_BASE_URL: url, STRIPE_SECRET_KEY: key } = process.env
  const stripe = openStripe()
  if (!url || key !== demoSecrets.STRIPE_SECRET_KEY || !stripe) return
  const control = controlStripe(url)
  await control.webhooks({ hold: true })
  const seen = new Set<string>()
  const today = dateIn('UTC', now)
  const customers = await beginLives(today)
  for (const { tenantId, startsOn } of customers) await backdateCompany(tenantId, toDbDate(startsOn))
  await control.clock(hoursAfter(addDays(today, -121), 0).getTime() / 1000)
  await syncCatalogue()
  for (const at of instants(customers, today, now)) {
    await control.clock(at.getTime() / 1000)
    await takeIn(stripe, seen)
    await advanceAccounts(at)
    for (const customer of customers) await liveOn(stripe, customer, at)
    await takeIn(stripe, seen)
  }
  await control.clock(null)
  await control.webhooks({ hold: false })
}

type Customer = Life & { tenantId: TenantId; startsOn: LocalDate; trialEndsOn: LocalDate }

async function beginLives(today: LocalDate): Promise<Customer[]> {
  return asPlatform(async tx => {
    await tx.platformCoupon.createMany({
      data: [
        { code: 'WELCOME-20', description: '20 % off for 3 months', percentBasisPoints: 2_000, months: 3 },
      ],
      skipDuplicates: true,
    })
    const customers: Customer[] = []
    for (const life of lives) {
      const tenant = await tx.platformTenant.findUnique({ where: { slug: life.slug }, select: { id: true } })
      if (!tenant) continue
      const [startsOn, trialEndsOn] = [addDays(today, -life.began), addDays(today, -life.trialEnded)]
      const trialEndsAt = toDbDate(trialEndsOn)
      await tx.platformAccount.update({
        where: { tenantId: tenant.id },
        data: { createdAt: toDbDate(startsOn), stateSince: toDbDate(startsOn), trialEndsAt },
      })
      await tx.platformSubscription.updateMany({
        where: { tenantId: tenant.id, endsOn: null },
        data: { startsOn: toDbDate(startsOn) },
      })
      customers.push({ ...life, tenantId: tenant.id as TenantId, startsOn, trialEndsOn })
    }
    return customers
  })
}

/** When something happens: a company begins, gives its card, its trial ends, a month is billed; and now. */
function instants(customers: Customer[], today: LocalDate, now: Date): Date[] {
  const firsts = [0, 1, 2, 3].map(months => firstDayOf(addMonths(monthOf(today), -months)))
  const moments = [
    ...customers.flatMap(({ startsOn, trialEndsOn }) => [
      hoursAfter(startsOn, 9),
      hoursAfter(addDays(startsOn, 10), 9),
      hoursAfter(trialEndsOn, 3),
    ]),
    // Before Stripe makes a month's invoice final, an hour after its end, and after that.
    ...firsts.flatMap(first => [hoursAfter(first, 0.2), hoursAfter(first, 3)]),
    now,
  ]
  return moments.filter(at => at <= now).sort((a, b) => a.getTime() - b.getTime())
}

async function liveOn(stripe: Stripe, customer: Customer, at: Date): Promise<void> {
  const { tenantId, startsOn, card } = customer
  if (at < toDbDate(startsOn)) return
  await syncBilling({ tenantId }, at)
  const account = await asPlatform(tx => tx.platformAccount.findUniqueOrThrow({ where: { tenantId } }))
  const id = account.stripeCustomerId ?? ''
  if (card && at >= hoursAfter(addDays(startsOn, 10), 9)) {
    const { data } = await stripe.customers.listPaymentMethods(id)
    if (data.length === 0) await stripe.paymentMethods.attach(card, { customer: id })
  }
  const through = addDays(dateIn('UTC', at), -1)
  await asPlatform(tx => queueMeterEvents(tx, tenantId, firstDayOf(monthOf(through)), through))
  await sendUsage({ tenantId, signal: new AbortController().signal }, at)
}

/** Takes in what Stripe has to tell, in its order, each at its own time. */
async function takeIn(stripe: Stripe, seen: Set<string>): Promise<void> {
  for (let quiet = false; !quiet; ) {
    const events = (await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 2_000 })).reverse()
    const fresh = events.filter(({ id }) => !seen.has(id))
    quiet = fresh.length === 0
    for (const event of fresh) {
      seen.add(event.id)
      const told = readEvent(event)
      if (told) await applyStripeEvent(told, fromStripeTime(event.created))
    }
  }
}
