import { expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { addCard, billedWorld, billingOf, makeCustomer } from './fixtures/billed-world'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()

it('keeps no invoice under another company than the one Stripe says it is of', async () => {
  const begun = { on: '2026-01-05', trialEndsOn: '2026-02-05', plans: ['basic-1'] }
  const tenant = await makeCustomer(world, begun)
  const other = await makeCustomer(world, begun)
  await addCard(world, tenant)
  // Issued and paid at Stripe, and not yet told of.
  await world.control.clock(Date.parse('2026-02-05T06:00:00Z') / 1000)
  const [own, foreign] = [await billingOf(tenant), await billingOf(other)]
  const [invoice] = (await world.stripe.invoices.list({ customer: own.customerId ?? '', limit: 1 })).data
  const event = (customer: string | null, metadata = {}) =>
    JSON.stringify({
      id: `evt_${customer}`,
      object: 'event',
      type: 'invoice.paid',
      created: world.now.getTime() / 1000,
      data: { object: { id: invoice?.id, object: 'invoice', customer, metadata } },
    })
  const kept = () =>
    asPlatform(tx => tx.platformInvoice.findMany({ where: { stripeInvoiceId: invoice?.id ?? '' } }))
  expect(await world.deliver(event(foreign.customerId))).toBe(204)
  expect(await kept()).toEqual([])
  expect(await world.deliver(event(own.customerId, { tenantId: other.id }))).toBe(204)
  expect(await kept()).toMatchObject([{ tenantId: tenant.id }])
})
