import { describe, expect, it } from 'vitest'
import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import { fraction } from '@/lib/fraction/fraction'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAssociation } from '@/lib/testing/make-association'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { makeOwnerships } from '@/lib/testing/make-ownerships'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUnit } from '@/lib/testing/make-unit'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { addDays, dateIn } from '@/lib/time/local-date'
import { readMyAssociations } from './read-my-associations'
import { readMyUnits } from './read-my-units'

testDatabase()

const as = <T>(user: MadeUser, work: (tx: TenantTx) => Promise<T>) => inTenant(user.context, tx => work(tx))
const idsOf = (user: MadeUser, table: 'units' | 'associations' | 'homeowners') =>
  as(user, async tx => {
    const reads = {
      units: () => tx.unit.findMany({ select: { id: true } }),
      associations: () => tx.association.findMany({ select: { id: true } }),
      homeowners: () => tx.homeowner.findMany({ select: { id: true } }),
    }
    return (await reads[table]()).map(row => row.id)
  })

/** Ana and Ben own a unit by halves; Cleo owns another of the same association and presides; Dov's is elsewhere. */
async function world(zone = 'America/New_York') {
  const tenant = await makeTenant()
  const [ana, ben] = [
    await makeUser(tenant, { role: 'homeowner' }),
    await makeUser(tenant, { role: 'homeowner' }),
  ]
  const association = await makeAssociation(tenant, { zone })
  const unit = await makeUnit(tenant, { associationId: association.id })
  const neighbour = await makeUnit(tenant, { associationId: association.id })
  const elsewhere = await makeUnit(tenant)
  const people = {
    ana: await makeHomeowner(tenant, { name: 'Ana', userId: ana.actor.userId }),
    ben: await makeHomeowner(tenant, { name: 'Ben', phone: '+13055550142', userId: ben.actor.userId }),
    cleo: await makeHomeowner(tenant, { name: 'Cleo' }),
    dov: await makeHomeowner(tenant, { name: 'Dov' }),
  }
  await makeOwnerships(
    tenant,
    { unitId: unit.id, homeownerId: people.ana.id, share: [1, 2], startsOn: '2019-05-03' },
    { unitId: unit.id, homeownerId: people.ben.id, share: [1, 2], startsOn: '2019-05-03' },
    { unitId: neighbour.id, homeownerId: people.cleo.id },
    { unitId: elsewhere.id, homeownerId: people.dov.id },
  )
  await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.boardSeat.createMany({
      data: [
        {
          associationId: association.id,
          homeownerId: people.cleo.id,
          title: 'president',
          startsOn: new Date('2023-01-01'),
        },
        {
          associationId: elsewhere.associationId,
          homeownerId: people.dov.id,
          title: 'president',
          startsOn: new Date('2023-01-01'),
        },
      ],
    }),
  )
  return { tenant, ana, association, unit, elsewhere, people, zone }
}

describe('a homeowner’s own context, in SQL', () => {
  it('shows the own units, associations and person, and nothing else', async () => {
    const { ana, association, unit, people } = await world()
    expect(await idsOf(ana, 'units')).toEqual([unit.id])
    expect(await idsOf(ana, 'associations')).toEqual([association.id])
    expect(await idsOf(ana, 'homeowners')).toEqual([people.ana.id])
    const owners = await as(ana, tx => tx.ownership.findMany({ select: { unitId: true, homeownerId: true } }))
    expect(owners).toEqual([{ unitId: unit.id, homeownerId: people.ana.id }])
    expect(await as(ana, tx => tx.boardSeat.count())).toBe(0)
  })

  it('keeps the co-owner’s contact details private', async () => {
    const { ana } = await world()
    const { units } = await as(ana, readMyUnits)
    expect(units[0]?.coOwners).toEqual([{ name: 'Ben', share: fraction(1, 2) }])
    const everything = await as(
      ana,
      tx => tx.$queryRaw<unknown[]>`select to_jsonb(c) as c from app.my_co_owners() c`,
    )
    expect(
      JSON.stringify([units, everything], (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toMatch(/example\.test|\+1305/)
  })

  it('changes nothing', async () => {
    const { ana, unit } = await world()
    const write = () =>
      as(ana, tx => tx.ownership.updateMany({ where: { unitId: unit.id }, data: { shareNumerator: 2n } }))
    expect(await write()).toEqual({ count: 0 })
    const remove = await as(ana, tx => tx.ownership.deleteMany({ where: { unitId: unit.id } }))
    expect(remove).toEqual({ count: 0 })
  })

  it('does not meet the same person’s units in another tenant', async () => {
    const [here, there] = [await world(), await world()]
    const { units } = await as(here.ana, readMyUnits)
    expect(units.map(unit => unit.id)).toEqual([here.unit.id])
    expect(await as(here.ana, tx => tx.unit.findFirst({ where: { id: there.unit.id } }))).toBeNull()
  })
})

describe('readMyUnits and readMyAssociations', () => {
  it('tell share, since when, co-owners and the board by name', async () => {
    const { ana, association } = await world()
    const mine = await as(ana, readMyUnits)
    expect(mine).toMatchObject({
      lastEndedOn: null,
      units: [{ share: fraction(1, 2), since: '2019-05-03', associationName: association.name }],
    })
    expect(await as(ana, readMyAssociations)).toMatchObject([
      {
        id: association.id,
        unitCount: 2,
        board: [{ title: 'president', name: 'Cleo', startsOn: '2023-01-01' }],
      },
    ])
  })

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    'lose a unit on the day the ownership ends, as days go in %s',
    async zone => {
      const { tenant, ana, association, people } = await world(zone)
      const here = dateIn(zone, new Date())
      const [ending, staying] = [
        await makeUnit(tenant, { associationId: association.id }),
        await makeUnit(tenant, { associationId: association.id }),
      ]
      const owner = { homeownerId: people.ana.id, startsOn: '2019-01-01' }
      await makeOwnerships(
        tenant,
        { unitId: ending.id, ...owner, endsOn: here },
        { unitId: staying.id, ...owner, endsOn: addDays(here, 1) },
      )
      const { units } = await as(ana, readMyUnits)
      expect(units.map(unit => unit.id)).toContain(staying.id)
      expect(units.map(unit => unit.id)).not.toContain(ending.id)
    },
  )

  it('tell somebody who owns nothing any more when it ended', async () => {
    const { tenant } = await world()
    const person = await makeUser(tenant, { role: 'homeowner' })
    const former = await makeHomeowner(tenant, { userId: person.actor.userId })
    const unit = await makeUnit(tenant)
    await makeOwnerships(tenant, { unitId: unit.id, homeownerId: former.id, endsOn: '2021-02-03' })
    expect(await as(person, readMyUnits)).toEqual({ units: [], lastEndedOn: '2021-02-03' })
    expect(await as(person, readMyAssociations)).toEqual([])
    expect(await idsOf(person, 'units')).toEqual([])
  })
})
