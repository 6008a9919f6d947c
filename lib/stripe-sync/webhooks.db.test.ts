import { describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { fetchCustomer } from '@/lib/integrations/stripe/fetch-customer'
import { fetchSubscription } from '@/lib/integrations/stripe/fetch-subscription'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { addCard, billedWorld, billingOf, makeCustomer } from './fixtures/billed-world'
import { mirrorCustomer } from './mirror-customer'
import { mirrorSubscription } from './mirror-subscription'
import { syncBilling } from './sync-billing'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()

/** Everything that Stripe's events leave behind about a company, without when it was asked. */
async function mirrored({ id: tenantId }: MadeTenant) {
  const { state, overdueSince, method, subscriptionStatus } = await billingOf({ id: tenantId, slug: '' })
  return asPlatform(async tx => ({
    account: { state, overdue: overdueSince !== null, method: method?.last4, subscriptionStatus },
    invoices: (
      await tx.platformInvoice.findMany({
        where: { tenantId },
        orderBy: { stripeInvoiceId: 'asc' },
        include: { invoiceLines: { orderBy: { position: 'asc' } } },
      })
    ).map(({ status, totalMinor, paidMinor, number, attempts, invoiceLines }) => ({
      ...{ status, totalMinor, paidMinor, number, attempts },
      lines: invoiceLines.map(({ description, amountMinor }) => ({ description, amountMinor })),
    })),
  }))
}

const eventsOf = (tenant: MadeTenant) =>
  asPlatform(tx => tx.platformWebhookEvent.findMany({ where: { tenantId: tenant.id } }))

/** A company's first weeks at Stripe, none of which the product was told yet: a declined card, a good one, invoices. */
async function live(): Promise<MadeTenant> {
  const tenant = await makeCustomer(world, {
    on: '2026-01-05',
    trialEndsOn: '2026-02-05',
    plans: ['basic-1'],
  })
  const { customerId } = await billingOf(tenant)
  await world.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customerId ?? '' })
  const [method] = (await world.stripe.customers.listPaymentMethods(customerId ?? '')).data
  await world.stripe.customers.update(customerId ?? '', {
    invoice_settings: { default_payment_method: method?.id },
  })
  await world.control.clock(Date.parse('2026-02-05T06:00:00Z') / 1000)
  const good = await world.stripe.paymentMethods.attach('pm_card_visa', { customer: customerId ?? '' })
  await world.stripe.customers.update(customerId ?? '', {
    invoice_settings: { default_payment_method: good.id },
  })
  await world.control.clock(Date.parse('2026-02-12T00:00:00Z') / 1000)
  world.now = new Date('2026-02-12T00:00:00Z')
  return tenant
}

describe('webhooks', () => {
  it('end in the same state shuffled, five times each, as in order', async () => {
    const inOrder = await live()
    await world.control.flush()
    const expected = await mirrored(inOrder)
    expect(expected.account).toEqual({
      state: 'active',
      overdue: false,
      method: '4242',
      subscriptionStatus: 'active',
    })
    expect(expected.invoices.map(({ status }) => status)).not.toContain('open')
    const shuffled = await live()
    await world.control.webhooks({ hold: true, copies: 5, shuffle: true })
    await world.control.flush()
    const found = await mirrored(shuffled)
    const anonymous = ({ account, invoices }: typeof found) => ({
      account,
      invoices: invoices
        .map(({ number, ...rest }) => ({ ...rest, number: number?.slice(-5) }))
        .sort((a, b) => String(a.number).localeCompare(String(b.number))),
    })
    expect(anonymous(found)).toEqual(anonymous(expected))
    const events = await eventsOf(shuffled)
    const told = events.filter(({ deliveries }) => deliveries === 5)
    expect(told.length * 5).toBeGreaterThan(100)
  })

  it('bear a hundred deliveries at once, of news and of what was told before', async () => {
    const tenant = await live()
    const { customerId } = await billingOf(tenant)
    const told = await world.stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 })
    const own = told.filter(({ data }) => JSON.stringify(data).includes(`"${customerId}"`))
    const deliveries = Array.from({ length: 120 }, (_, at) => own[at % own.length]?.id ?? '')
    const answers = await Promise.all(deliveries.map(world.redeliver))
    expect(new Set(answers)).toEqual(new Set([204]))
    expect((await mirrored(tenant)).account).toMatchObject({
      state: 'active',
      overdue: false,
      method: '4242',
    })
    const before = await eventsOf(tenant)
    await Promise.all(deliveries.map(world.redeliver))
    const counted = (await eventsOf(tenant)).reduce((sum, one) => sum + one.deliveries, 0)
    expect(counted).toBeGreaterThan(before.length + 200)
    await world.control.flush()
  })

  it('of several kinds at once do not stand in each other’s way', async () => {
    const tenant = await makeCustomer(world, {
      on: '2026-01-05',
      trialEndsOn: '2026-02-05',
      plans: ['basic-1'],
    })
    await addCard(world, tenant)
    const { customerId, subscriptionId } = await billingOf(tenant)
    const customer = await fetchCustomer(world.stripe, customerId ?? '')
    const subscription = await fetchSubscription(world.stripe, subscriptionId ?? '')
    if (!customer) throw new Error('no customer')
    // Only the first row of a company names its account, so each of them is new.
    const both = async (turn: number) => {
      const { id: tenantId } = await makeTenant()
      const id = `sub_${turn}`
      await asPlatform(tx =>
        tx.platformAccount.update({ where: { tenantId }, data: { stripeSubscriptionId: id } }),
      )
      const asked = { fetchedAt: new Date(), now: world.now }
      await Promise.all([
        asPlatform(tx => mirrorSubscription(tx, tenantId, { ...subscription, id }, new Date())),
        asPlatform(tx => mirrorCustomer(tx, tenantId, customer, asked)),
      ])
      return tenantId
    }
    const done: string[] = []
    for (let turn = 0; turn < 40; turn += 1) done.push(await both(turn))
    expect(new Set(done).size).toBe(40)
  })

  it('are refused when Stripe did not sign them, and leave nothing', async () => {
    const before = await asPlatform(tx => tx.platformWebhookEvent.count())
    expect(await world.deliver('{"id":"evt_forged","type":"invoice.paid"}', 't=1,v1=00')).toBe(401)
    expect(await asPlatform(tx => tx.platformWebhookEvent.count())).toBe(before)
  })

  it('leave no trace of an effect that failed, so that the next delivery applies it', async () => {
    const tenant = await makeCustomer(world, {
      on: '2026-01-05',
      trialEndsOn: '2026-02-05',
      plans: ['basic-1'],
    })
    await world.control.fail({ status: 500, path: '/v1/customers/', times: 6 })
    await world.stripe.paymentMethods.attach('pm_card_visa', {
      customer: (await billingOf(tenant)).customerId ?? '',
    })
    await world.control.flush()
    const none = await asPlatform(tx =>
      tx.platformWebhookEvent.count({ where: { tenantId: tenant.id, type: 'payment_method.attached' } }),
    )
    expect(none).toBe(0)
    await world.control.webhooks({ retryAfterMs: [1] })
    await world.control.flush()
    await addCard(world, tenant)
    expect(await billingOf(tenant)).toMatchObject({ method: { last4: '4242' } })
  })

  it('that never come are made up for by the nightly look', async () => {
    const tenant = await live()
    await syncBilling({ tenantId: tenant.id }, world.now)
    const found = await mirrored(tenant)
    expect(found.account).toMatchObject({ state: 'active', overdue: false, method: '4242' })
    expect(found.invoices.filter(({ totalMinor }) => totalMinor > 0n)).toMatchObject([{ status: 'paid' }])
  })

  it('of kinds that are no concern are noted and nothing else', async () => {
    const ignored = await asPlatform(tx =>
      tx.platformWebhookEvent.findMany({ where: { outcome: 'ignored' } }),
    )
    expect(ignored.map(({ type }) => type)).toContain('price.created')
  })
})
