import { beforeAll, describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAssociation } from '@/lib/testing/make-association'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { makeOwnerships } from '@/lib/testing/make-ownerships'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUnit } from '@/lib/testing/make-unit'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { homeownerList } from './homeowner-list'

testDatabase()

let manager: MadeUser
let limited: MadeUser
let harbour: { id: string; name: string }

const list = (user: MadeUser, params: Record<string, string> = {}) =>
  inTenant(user.context, async tx => {
    const { rows } = await runList(tx, homeownerList, readListQuery(homeownerList, params))
    return rows
  })
const names = async (user: MadeUser, params: Record<string, string> = {}) =>
  (await list(user, params)).map(row => row.name)

beforeAll(async () => {
  const tenant = await makeTenant()
  manager = await makeUser(tenant, { role: 'manager' })
  limited = await makeUser(tenant, { role: 'staff', scope: 'chosen' })
  harbour = await makeAssociation(tenant, { name: 'Harbour Point' })
  const palms = await makeAssociation(tenant, { name: 'The Palms' })
  const units = [
    await makeUnit(tenant, { associationId: harbour.id, label: '10' }),
    await makeUnit(tenant, { associationId: harbour.id, label: '9' }),
    await makeUnit(tenant, { associationId: palms.id, label: '3' }),
  ]
  const invited = await makeUser(tenant, { role: 'homeowner' })
  const ana = await makeHomeowner(tenant, { name: 'Ana Ruiz', phone: '+13055550142' })
  const ben = await makeHomeowner(tenant, { name: 'Ben Ito', userId: invited.actor.userId })
  await makeHomeowner(tenant, { name: 'Cleo Duarte', email: null })
  const [ten, nine, three] = units.map(unit => unit.id)
  await makeOwnerships(
    tenant,
    { unitId: ten ?? '', homeownerId: ana.id, startsOn: '2021-02-03' },
    { unitId: nine ?? '', homeownerId: ana.id, startsOn: '2015-06-07' },
    { unitId: three ?? '', homeownerId: ana.id, startsOn: '2010-01-01', endsOn: '2012-01-01' },
    { unitId: three ?? '', homeownerId: ben.id, startsOn: '2012-01-01' },
  )
  await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.userAssociation.createMany({
      data: [{ userId: limited.actor.userId, associationId: palms.id }],
    }),
  )
})

describe('homeownerList', () => {
  it('tells what is owned today, since when, and where everybody stands with the portal', async () => {
    const rows = await list(manager)
    expect(
      rows.map(({ name, units, association, since, portal }) => [name, units, association, since, portal]),
    ).toEqual([
      ['Ana Ruiz', '9, 10', 'Harbour Point', '2015-06-07', 'not-invited'],
      ['Ben Ito', '3', 'The Palms', '2012-01-01', 'invited'],
      ['Cleo Duarte', null, null, null, 'not-invited'],
    ])
  })

  it('is narrowed by the association of today, the portal and empty addresses', async () => {
    expect(await names(manager, { 'f.associationId': harbour.id })).toEqual(['Ana Ruiz'])
    expect(await names(manager, { 'f.portal': 'invited' })).toEqual(['Ben Ito'])
    expect(await names(manager, { 'f.email': '~empty' })).toEqual(['Cleo Duarte'])
    expect(await names(manager, { 'f.status': 'archived' })).toEqual([])
  })

  it.each(['(305) 555-0142', '305-555', '3055550142', 'ruíz'])('finds a homeowner by %s', async q => {
    expect(await names(manager, { q })).toEqual(['Ana Ruiz'])
  })

  it('shows limited staff the owners of their associations, former ones too, and who owns nothing yet', async () => {
    const rows = await list(limited)
    expect(rows.map(({ name, units }) => [name, units])).toEqual([
      ['Ana Ruiz', null],
      ['Ben Ito', '3'],
      ['Cleo Duarte', null],
    ])
  })
})
