import { expect, it } from 'vitest'
import { createToken } from '@/lib/api-tokens/create-token'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { makeTenant } from '@/lib/testing/make-tenant'
import { inviteAdmin } from './invite-admin'

testDatabase()

it('invites and says so in the platform’s log at once, or does neither', async () => {
  const admin = await makeAdmin()
  const tenant = await makeTenant()
  const scopes: ['organizations:write'] = ['organizations:write']
  const made = await asPlatform(tx => createToken(tx, admin, { name: 'Test', scopes, days: 1 }, new Date()))
  if (!made.ok) throw new Error(made.message)
  const api = { adminId: admin.adminId, apiTokenId: made.value.id, name: 'Test', scopes }
  const person = { email: 'first@company.example', name: 'First' }
  const invited = () =>
    inTenant({ tenantId: tenant.id, system: 'test' }, tx => tx.user.count({ where: person }))
  const entries = () =>
    asPlatform(tx =>
      tx.platformAuditEntry.findMany({
        where: { tenantId: tenant.id, action: 'tenant:admin-invited' },
        select: { adminId: true, apiTokenId: true },
      }),
    )
  const forged = { ...api, apiTokenId: crypto.randomUUID() }
  await expect(inviteAdmin(forged, tenant.id, person)).rejects.toThrow('an API token in force')
  expect([await invited(), await entries()]).toEqual([0, []])
  expect(await inviteAdmin(api, tenant.id, person)).toMatchObject({ ok: true })
  expect([await invited(), await entries()]).toEqual([
    1,
    [{ adminId: admin.adminId, apiTokenId: made.value.id }],
  ])
})
