import { expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { limitUser } from '@/lib/testing/limit-user'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUnit } from '@/lib/testing/make-unit'
import { makeUser } from '@/lib/testing/make-user'

testDatabase()

it('shows a homeowner nothing of associations that were left to them from when they were staff', async () => {
  const tenant = await makeTenant()
  const user = await makeUser(tenant, { role: 'staff', scope: 'chosen' })
  const { associationId } = await makeUnit(tenant)
  await makeUnit(tenant)
  await makeHomeowner(tenant)
  await limitUser(user, [associationId])
  const seen = () =>
    inTenant(user.context, async tx => [
      await tx.association.count(),
      await tx.unit.count(),
      await tx.homeowner.count(),
      await tx.user.count(),
    ])
  expect(await seen()).toEqual([1, 1, 1, 1])
  await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.user.updateMany({ where: { id: user.actor.userId }, data: { role: 'homeowner' } }),
  )
  expect(await seen()).toEqual([0, 0, 0, 1])
})
