import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant } from '@/lib/db/in-tenant'
import { type Fraction, formatFraction, fraction, whole } from '@/lib/fraction/fraction'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { makeOwnerships } from '@/lib/testing/make-ownerships'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { makeUnit } from '@/lib/testing/make-unit'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import type { LocalDate } from '@/lib/time/local-date'
import { correctOwnership } from './correct-ownership'
import { endOwnership } from './end-ownership'
import { readHistory } from './read-history'
import type { TransferOwner } from './schema'
import { transferOwnership } from './transfer-ownership'

testDatabase()

const day = (text: string) => text as LocalDate
const half = fraction(1, 2)

async function world() {
  const tenant = await makeTenant()
  const [manager, unit] = [await makeUser(tenant, { role: 'manager' }), await makeUnit(tenant)]
  const [ana, ben, cleo] = [
    await makeHomeowner(tenant, { name: 'Ana' }),
    await makeHomeowner(tenant, { name: 'Ben' }),
    await makeHomeowner(tenant, { name: 'Cleo' }),
  ]
  await makeOwnerships(tenant, { unitId: unit.id, homeownerId: ana.id, startsOn: '2010-05-01' })
  return { tenant, manager, unit, ana, ben, cleo }
}

const history = (user: MadeUser, unitId: string) => inTenant(user.context, tx => readHistory(tx, unitId))

const told = async (user: MadeUser, unitId: string) =>
  (await history(user, unitId))?.periods.map(
    ({ name, startsOn, endsOn, share }) => `${name} ${startsOn}–${endsOn ?? ''} ${formatFraction(share)}`,
  )

async function transfer(user: MadeUser, unitId: string, on: string, owners: TransferOwner[], seen?: string) {
  const state = seen ?? (await history(user, unitId))?.seen ?? ''
  return runInTenant(user.context, tx =>
    transferOwnership(tx, user.actor, { unitId, seen: state, on: day(on), owners }),
  )
}

const to = (homeowner: { id: string }, share: Fraction = whole) => ({ homeownerId: homeowner.id, share })

describe('transferOwnership', () => {
  it('ends the owners that day, starts several with exact shares and records who did it', async () => {
    const { manager, unit, ben, cleo } = await world()
    const result = await transfer(manager, unit.id, '2024-03-15', [
      to(ben, fraction(1, 3)),
      to(cleo, fraction(2, 3)),
    ])
    expect(result.ok).toBe(true)
    expect((await told(manager, unit.id))?.sort()).toEqual([
      'Ana 2010-05-01–2024-03-15 1',
      'Ben 2024-03-15– 1/3',
      'Cleo 2024-03-15– 2/3',
    ])
    const entries = await inTenant(manager.context, tx =>
      tx.auditEntry.findMany({ where: { action: 'ownership:transferred' }, orderBy: { subjectType: 'asc' } }),
    )
    expect(entries.map(entry => [entry.subjectType, entry.userId])).toEqual([
      ...Array.from({ length: 3 }, () => ['homeowner', manager.actor.userId]),
      ['unit', manager.actor.userId],
    ])
  })

  it('refuses shares that do not make one and shows the sum', async () => {
    const { manager, unit, ben, cleo } = await world()
    const before = await told(manager, unit.id)
    const result = await transfer(manager, unit.id, '2024-03-15', [to(ben, half), to(cleo, fraction(1, 3))])
    expect(result).toMatchObject({ ok: false, reason: 'shares_not_whole' })
    expect(!result.ok && result.fields?.shares).toContain('5/6')
    expect(await told(manager, unit.id)).toEqual(before)
  })

  it('puts a back-dated owner between two periods and waits with a future one', async () => {
    const { manager, unit, ben, cleo } = await world()
    const future = `${new Date().getUTCFullYear() + 1}-01-01`
    expect((await transfer(manager, unit.id, future, [to(ben)])).ok).toBe(true)
    const back = await transfer(manager, unit.id, '2015-01-01', [to(cleo)])
    expect(back.ok && back.value.until).toBe(future)
    expect(await told(manager, unit.id)).toEqual([
      `Ben ${future}– 1`,
      `Cleo 2015-01-01–${future} 1`,
      'Ana 2010-05-01–2015-01-01 1',
    ])
  })

  it('lets one of two at the same time win and tells the other that it was changed', async () => {
    const { manager, unit, ben, cleo } = await world()
    const seen = (await history(manager, unit.id))?.seen ?? ''
    const results = await Promise.all([
      transfer(manager, unit.id, '2024-03-15', [to(ben)], seen),
      transfer(manager, unit.id, '2024-04-15', [to(cleo)], seen),
    ])
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(results.find(result => !result.ok)).toMatchObject({ reason: 'conflict' })
    expect(await told(manager, unit.id)).toHaveLength(2)
  })

  it('adds a new owner on the way, but not a second record for a known address', async () => {
    const { manager, unit, ben } = await world()
    const twin = await transfer(manager, unit.id, '2024-03-15', [
      { name: 'Benjamin', email: ben.email, share: whole },
    ])
    expect(!twin.ok && twin.fields?.['homeownerId.0']).toContain('Ben is on record already')
    const fresh = await transfer(manager, unit.id, '2024-03-15', [
      { name: 'Dora', email: 'dora@example.test', share: whole },
    ])
    expect(fresh.ok).toBe(true)
    expect((await told(manager, unit.id))?.[0]).toBe('Dora 2024-03-15– 1')
  })

  it('does not find another tenant’s unit or homeowner', async () => {
    const [here, there] = [await world(), await world()]
    const seen = (await history(there.manager, there.unit.id))?.seen ?? ''
    const unit = await transfer(here.manager, there.unit.id, '2024-03-15', [to(here.ben)], seen)
    expect(unit).toMatchObject({ reason: 'not_found' })
    const homeowner = await transfer(here.manager, here.unit.id, '2024-03-15', [to(there.ben)])
    expect(homeowner).toMatchObject({ reason: 'not_found' })
  })

  it('does not reach a unit outside a limited member of staff’s associations', async () => {
    const { tenant, unit, ben, manager } = await world()
    const limited = await makeUser(tenant, { role: 'staff', scope: 'chosen' })
    const seen = (await history(manager, unit.id))?.seen ?? ''
    expect(await transfer(limited, unit.id, '2024-03-15', [to(ben)], seen)).toMatchObject({
      reason: 'not_found',
    })
  })
})

describe('endOwnership', () => {
  it('leaves the unit without an owner, and says so the second time', async () => {
    const { manager, unit } = await world()
    const end = async () => {
      const seen = (await history(manager, unit.id))?.seen ?? ''
      return runInTenant(manager.context, tx =>
        endOwnership(tx, manager.actor, { unitId: unit.id, seen, on: day('2024-03-15') }),
      )
    }
    expect((await end()).ok).toBe(true)
    expect(await told(manager, unit.id)).toEqual(['Ana 2010-05-01–2024-03-15 1'])
    expect(await end()).toMatchObject({ reason: 'same_owners' })
  })
})

describe('correctOwnership', () => {
  const correct = async (
    user: MadeUser,
    unitId: string,
    change: (periods: NonNullable<Awaited<ReturnType<typeof readHistory>>>['periods']) => {
      id: string | null
      homeownerId: string
      startsOn: LocalDate
      endsOn: LocalDate | null
      share: Fraction
    }[],
  ) => {
    const known = await history(user, unitId)
    return runInTenant(user.context, tx =>
      correctOwnership(tx, user.actor, {
        unitId,
        seen: known?.seen ?? '',
        periods: change(known?.periods ?? []),
      }),
    )
  }

  it('mends dates, adds the co-owner who was forgotten, and removes what never was', async () => {
    const { manager, unit, ben } = await world()
    const added = await correct(manager, unit.id, ([ana]) =>
      ana
        ? [
            { ...ana, startsOn: day('2009-05-01'), share: half },
            { id: null, homeownerId: ben.id, startsOn: day('2009-05-01'), endsOn: null, share: half },
          ]
        : [],
    )
    expect(added.ok).toBe(true)
    expect((await told(manager, unit.id))?.sort()).toEqual(['Ana 2009-05-01– 1/2', 'Ben 2009-05-01– 1/2'])
    expect((await correct(manager, unit.id, () => [])).ok).toBe(true)
    expect(await told(manager, unit.id)).toEqual([])
  })

  it('refuses a history whose shares do not make one', async () => {
    const { manager, unit } = await world()
    const result = await correct(manager, unit.id, periods => periods.map(one => ({ ...one, share: half })))
    expect(result).toMatchObject({ reason: 'shares_not_whole' })
  })

  it('refuses periods of another unit', async () => {
    const { manager, unit, tenant, ben } = await world()
    const other = await makeUnit(tenant)
    await makeOwnerships(tenant, { unitId: other.id, homeownerId: ben.id })
    const theirs = (await history(manager, other.id))?.periods ?? []
    expect(theirs).toMatchObject([{ homeownerId: ben.id }])
    const result = await correct(manager, unit.id, () => theirs)
    expect(result).toMatchObject({ reason: 'conflict' })
  })
})

describe('the database', () => {
  const attempt = (tenant: MadeTenant, user: MadeUser, unitId: string, homeownerId: string) =>
    runInTenant(user.context, async tx => {
      await tx.ownership.createMany({
        data: [{ unitId, homeownerId, startsOn: new Date('2024-01-01'), shareDenominator: 2n }],
      })
      return { ok: true, value: tenant.id }
    })

  it('refuses a broken whole by itself, in words', async () => {
    const { tenant, manager, unit, ben } = await world()
    expect(await attempt(tenant, manager, unit.id, ben.id)).toMatchObject({
      ok: false,
      reason: 'shares_not_whole',
      message: expect.stringContaining('2024-01-01'),
    })
  })
})
