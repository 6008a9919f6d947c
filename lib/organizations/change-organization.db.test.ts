import { expect, it } from 'vitest'
import { createToken } from '@/lib/api-tokens/create-token'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { changeOrganization } from './change-organization'

testDatabase()

it('puts no company on a tier that is too small for what it uses', async () => {
  const admin = await makeAdmin()
  const tenant = await makeTenant({ kind: 'rentals' })
  const scopes: ['organizations:write'] = ['organizations:write']
  const made = await asPlatform(tx => createToken(tx, admin, { name: 'Test', scopes, days: 1 }, new Date()))
  if (!made.ok) throw new Error(made.message)
  const api = { adminId: admin.adminId, apiTokenId: made.value.id, name: 'Test', scopes }
  const change = () => changeOrganization(api, tenant.id, { subscriptionTier: 'basic' })
  const people = await Promise.all(Array.from({ length: 6 }, () => makeUser(tenant)))
  expect(await change()).toMatchObject({ ok: false, reason: 'plan_too_small' })
  await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.user.updateMany({ where: { id: people[0]?.actor.userId }, data: { suspendedAt: new Date() } }),
  )
  expect(await change()).toMatchObject({ ok: true })
})
