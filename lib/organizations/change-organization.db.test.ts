import { expect, it } from 'vitest'
import { createToken } from '@/lib/api-tokens/create-token'
import { asPlatform } from '@/lib/db/as-platform'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { makeTenant } from '@/lib/testing/make-tenant'
import { dateIn, toDbDate } from '@/lib/time/local-date'
import { changeOrganization } from './change-organization'

testDatabase()

it('puts no company on a tier that is too small for what it uses', async () => {
  const admin = await makeAdmin()
  const tenant = await makeTenant({ kind: 'rentals' })
  const scopes: ['organizations:write'] = ['organizations:write']
  const made = await asPlatform(tx => createToken(tx, admin, { name: 'Test', scopes, days: 1 }, new Date()))
  if (!made.ok) throw new Error(made.message)
  const api = { adminId: admin.adminId, apiTokenId: made.value.id, name: 'Test', scopes }
  const onDay = toDbDate(dateIn('UTC', new Date()))
  const use = (quantity: bigint) =>
    asPlatform(tx =>
      tx.platformUsageDay.upsert({
        where: { tenantId_meter_onDay: { tenantId: tenant.id, meter: 'users', onDay } },
        create: { tenantId: tenant.id, meter: 'users', onDay, quantity },
        update: { quantity },
      }),
    )
  const change = () => changeOrganization(api, tenant.id, { subscriptionTier: 'basic' })
  await use(6n)
  expect(await change()).toMatchObject({ ok: false, reason: 'plan_too_small' })
  await use(5n)
  expect(await change()).toMatchObject({ ok: true })
})
