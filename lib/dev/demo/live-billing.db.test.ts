import { afterAll, beforeAll, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { startStripeEmulator } from '@/lib/dev/stripe/start-stripe-emulator'
import { demoSecrets } from '@/lib/env/demo-values'
import { readBilling } from '@/lib/subscriptions/read-billing'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { liveBilling } from './live-billing'

process.env.LOG_LEVEL = 'silent'
testDatabase()
let stop: () => Promise<void>
beforeAll(async () => {
  const emulator = await startStripeEmulator({ port: 0, secretKey: demoSecrets.STRIPE_SECRET_KEY })
  stop = emulator.stop
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET } = demoSecrets
  Object.assign(process.env, { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_BASE_URL: emulator.url })
})
afterAll(() => stop())

it('leaves one company that pays, one whose card is declined, and one on trial', async () => {
  const slugs = ['seabreeze', 'palm-and-pier', 'gulfline']
  const ids = new Map<string, string>()
  for (const slug of slugs) ids.set(slug, (await makeTenant({ slug })).id)
  await liveBilling(new Date('2026-11-22T14:00:00Z'))
  const billingOf = (slug: string) => asPlatform(tx => readBilling(tx, ids.get(slug) ?? ''))
  expect(await billingOf('seabreeze')).toMatchObject({ state: 'active', method: { last4: '4242' } })
  expect(await billingOf('palm-and-pier')).toMatchObject({
    state: 'past_due',
    subscriptionStatus: 'past_due',
  })
  expect(await billingOf('gulfline')).toMatchObject({ state: 'trialing', method: null })
  const paid = await asPlatform(tx =>
    tx.platformInvoice.count({
      where: { tenantId: ids.get('seabreeze'), status: 'paid', totalMinor: { gt: 0 } },
    }),
  )
  expect(paid).toBe(4)
  const steps = await asPlatform(tx =>
    tx.platformStateChange.findMany({ where: { tenantId: ids.get('seabreeze') }, orderBy: { at: 'asc' } }),
  )
  expect(steps.map(step => step.toState)).toEqual(['trialing', 'active'])
}, 60_000)
