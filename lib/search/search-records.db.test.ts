import { beforeAll, describe, expect, it } from 'vitest'
import type { UserActor } from '@/lib/auth/actor'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAssociation } from '@/lib/testing/make-association'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUnit } from '@/lib/testing/make-unit'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { searchRecords } from './search-records'

testDatabase()
let staff: MadeUser
let limited: MadeUser
let stranger: MadeUser

const labels = (user: MadeUser, text: string, actor: UserActor = user.actor) =>
  inTenant(user.context, async tx => (await searchRecords(tx, actor, text)).map(found => found.label))

beforeAll(async () => {
  const tenant = await makeTenant()
  const tower = await makeAssociation(tenant, { name: 'Río Tower' })
  const garden = await makeAssociation(tenant, { name: 'Garden by the Rio' })
  await makeUnit(tenant, { associationId: tower.id, label: '204' })
  await makeUnit(tenant, { associationId: garden.id, label: '1204' })
  await makeHomeowner(tenant, { name: 'Río Delgado', email: 'rio@home.example' })
  staff = await makeUser(tenant, { role: 'staff' })
  limited = await makeUser(tenant, { role: 'staff', scope: 'chosen' })
  await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.userAssociation.createMany({ data: [{ userId: limited.actor.userId, associationId: garden.id }] }),
  )
  stranger = await makeUser(await makeTenant())
})

describe('searchRecords', () => {
  it('finds by any part of a word without accents, what begins with it first', async () => {
    expect(await labels(staff, 'RIO')).toEqual(['Río Tower', 'Garden by the Rio', 'Río Delgado'])
    expect(await labels(staff, 'delg')).toEqual(['Río Delgado'])
  })

  it('finds a unit by its label and its association', async () => {
    expect(await labels(staff, '204')).toEqual(['Unit 204', 'Unit 1204'])
    expect(await labels(staff, 'unit 204 tower')).toEqual(['Unit 204'])
  })

  it('shows limited staff and other tenants nothing else than their own', async () => {
    expect(await labels(limited, 'tower')).toEqual([])
    expect(await labels(limited, '204')).toEqual(['Unit 1204'])
    expect(await labels(stranger, 'rio')).toEqual([])
  })

  it('leaves out what the person may not see', async () => {
    const actor = { ...staff.actor, permissions: new Set(['unit:read'] as const) }
    expect(await labels(staff, 'rio 204', actor)).toEqual(['Unit 1204', 'Unit 204'])
    expect(await labels(staff, 'delgado', actor)).toEqual([])
  })

  it.each(['', 'a', '   ', '%', 'unit'])('finds nothing for %j', async text => {
    expect(await labels(staff, text)).toEqual([])
  })

  it('takes wildcards as they are written', async () => {
    expect(await labels(staff, 'r%o')).toEqual([])
    expect(await labels(staff, 'r_o')).toEqual([])
  })
})
