import { expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import type { LocalDate } from '@/lib/time/local-date'
import { addCard, billedWorld, makeCustomer, use } from './fixtures/billed-world'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()

it('lists for admins what Stripe would not take ten times', async () => {
  const tenant = await makeCustomer(world, {
    on: '2026-01-05',
    trialEndsOn: '2026-02-01',
    plans: ['per-homeowner-1'],
  })
  await addCard(world, tenant)
  await world.moveTo('2026-02-10T10:00:00Z')
  await world.control.fail({ status: 400, method: 'POST', path: '/v1/billing/meter_events', times: 10 })
  await use(world, tenant, ['2026-02-09' as LocalDate], { emails: 12 })
  const [event] = await asPlatform(tx => tx.platformMeterEvent.findMany({ where: { tenantId: tenant.id } }))
  expect(event).toMatchObject({ sentAt: null, attempts: 10 })
  const listed = await asPlatform(tx => tx.platformDifference.findMany({ where: { tenantId: tenant.id } }))
  expect(listed).toMatchObject([{ kind: 'invoice', subject: 'unsent', meter: 'emails', resolvedAt: null }])
})
