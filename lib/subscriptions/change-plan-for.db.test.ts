import { expect, it } from 'vitest'
import { runAsPlatform } from '@/lib/action/run-as-platform'
import { asPlatform } from '@/lib/db/as-platform'
import { newId } from '@/lib/db/new-id'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { makeTenant } from '@/lib/testing/make-tenant'
import { changePlanFor } from './change-plan-for'
import { readBilling } from './read-billing'

testDatabase()

const facts = (users: number) => ({ usage: { users, properties: 0, bookings: 0 }, now: new Date() })

async function openPlansOf(tenantId: string) {
  const billing = await asPlatform(tx => readBilling(tx, tenantId))
  return billing?.periods.filter(({ endsOn }) => endsOn === null).map(({ plan }) => plan.id)
}

it('changes a company’s plan once, says so in the audit log and tells Stripe', async () => {
  const admin = await makeAdmin({ role: 'billing' })
  const { id: tenantId } = await makeTenant()
  const before = await openPlansOf(tenantId)
  const change = () =>
    runAsPlatform(tx =>
      changePlanFor(tx, admin, { tenantId, versionId: 'enterprise-1', reason: 'Agreed by phone' }, facts(1)),
    )
  const results = await Promise.all([change(), change()])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: 'wrong_state' })
  expect(before).not.toContain('enterprise-1')
  expect(await openPlansOf(tenantId)).toContain('enterprise-1')
  const entries = await asPlatform(tx =>
    tx.platformAuditEntry.findMany({ where: { tenantId, action: 'plan:changed' } }),
  )
  expect(entries).toMatchObject([{ detail: { to: 'enterprise-1', reason: 'Agreed by phone' } }])
  const jobs = await asPlatform(
    tx => tx.$queryRaw<{ count: bigint }[]>`
      select count(*) from jobs.job where name = 'sync-billing' and data ->> 'tenantId' = ${tenantId}`,
  )
  expect(jobs).toEqual([{ count: 1n }])
})

it('refuses a plan that is too small for what is used', async () => {
  const admin = await makeAdmin({ role: 'owner' })
  const { id: tenantId } = await makeTenant()
  const input = { tenantId, versionId: 'basic-1', reason: 'They asked' }
  const refused = await runAsPlatform(tx => changePlanFor(tx, admin, input, facts(6)))
  expect(refused).toMatchObject({ ok: false, reason: 'plan_too_small' })
  expect(await openPlansOf(tenantId)).not.toContain('basic-1')
})

it('knows no other company and no other plan', async () => {
  const admin = await makeAdmin({ role: 'owner' })
  const { id: tenantId } = await makeTenant()
  for (const input of [
    { tenantId: newId(), versionId: 'pro-1', reason: 'Why not' },
    { tenantId, versionId: 'platinum-1', reason: 'Why not' },
  ])
    expect(await runAsPlatform(tx => changePlanFor(tx, admin, input, facts(1)))).toMatchObject({
      ok: false,
      reason: 'not_found',
    })
})
