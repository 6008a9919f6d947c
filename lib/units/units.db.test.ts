import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { archiveAssociations } from '@/lib/associations/archive-associations'
import { inTenant } from '@/lib/db/in-tenant'
import { fraction } from '@/lib/fraction/fraction'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { limitUser } from '@/lib/testing/limit-user'
import { makeAssociation } from '@/lib/testing/make-association'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { makeOwnerships } from '@/lib/testing/make-ownerships'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { addSeries } from './add-series'
import { addUnit } from './add-unit'
import { archiveUnits } from './archive-units'
import { editUnit } from './edit-unit'
import { editUnits } from './edit-units'
import { readShareSum } from './read-share-sum'
import { readUnit } from './read-unit'
import { restoreUnits } from './restore-units'
import { addSeriesSchema, addUnitSchema, editUnitSchema, editUnitsSchema } from './schema'
import { unitList } from './unit-list'

testDatabase()

async function world() {
  const tenant = await makeTenant()
  const manager = await makeUser(tenant, { role: 'manager' })
  return { tenant, manager, association: await makeAssociation(tenant) }
}

const add = (user: MadeUser, associationId: string, more: object = {}) =>
  runInTenant(user.context, tx =>
    addUnit(tx, user.actor, addUnitSchema.parse({ associationId, label: '101', ...more })),
  )

async function added(user: MadeUser, associationId: string, more: object = {}): Promise<string> {
  const result = await add(user, associationId, more)
  if (!result.ok) throw new Error(result.message)
  return result.value.unitId
}

const series = (user: MadeUser, associationId: string, numbers: string, more: object = {}) =>
  runInTenant(user.context, tx =>
    addSeries(tx, user.actor, addSeriesSchema.parse({ associationId, numbers, ...more })),
  )
const read = (user: MadeUser, id: string) => inTenant(user.context, tx => readUnit(tx, id))

async function edit(user: MadeUser, unitId: string, more: object, seen?: string) {
  const now = seen ?? (await read(user, unitId))?.updatedAt.toISOString() ?? new Date().toISOString()
  const input = editUnitSchema.parse({ unitId, seen: now, label: '101', ...more })
  return runInTenant(user.context, tx => editUnit(tx, user.actor, input))
}

const archive = (user: MadeUser, ids: string[]) =>
  runInTenant(user.context, tx => archiveUnits(tx, user.actor, { ids }))
const restore = (user: MadeUser, ids: string[]) =>
  runInTenant(user.context, tx => restoreUnits(tx, user.actor, { ids }))
const rows = (user: MadeUser, params: Record<string, string> = {}) =>
  inTenant(
    user.context,
    async tx => (await runList<typeof unitList>(tx, unitList, readListQuery(unitList, params))).rows,
  )
const shares = (user: MadeUser, id: string) => inTenant(user.context, tx => readShareSum(tx, id))

describe('adding units', () => {
  it('keeps fractions exactly and refuses a label twice', async () => {
    const { manager, association } = await world()
    const id = await added(manager, association.id, { voteWeight: '3/2', assessmentShare: '33 1/3 %' })
    expect(await read(manager, id)).toMatchObject({
      voteWeight: fraction(3, 2),
      assessmentShare: fraction(1, 3),
      association: { name: association.name },
    })
    expect(await add(manager, association.id)).toMatchObject({
      reason: 'taken',
      fields: { label: 'This number or name is already taken.' },
    })
    expect((await add(manager, association.id, { label: '101 A' })).ok).toBe(true)
  })

  it('adds a series in the order people read it, or none of it', async () => {
    const { manager, association } = await world()
    expect(await series(manager, association.id, '8–11, PH', { assessmentShare: '1/5' })).toMatchObject({
      value: { added: 5 },
    })
    expect((await rows(manager, { sort: 'label.asc' })).map(row => row.label)).toEqual([
      '8',
      '9',
      '10',
      '11',
      'PH',
    ])
    expect(await shares(manager, association.id)).toMatchObject({ state: 'whole', units: 5 })
    const again = await series(manager, association.id, '11–14')
    expect(again).toMatchObject({ reason: 'taken', message: 'Unit 11 is already taken.' })
    expect(await rows(manager)).toHaveLength(5)
  })

  it('adds nothing to an archived association or to another company’s', async () => {
    const { manager, association } = await world()
    await runInTenant(manager.context, tx =>
      archiveAssociations(tx, manager.actor, { ids: [association.id], withUnits: false }),
    )
    expect(await add(manager, association.id)).toMatchObject({ reason: 'archived' })
    const stranger = await makeAssociation(await makeTenant())
    expect(await add(manager, stranger.id)).toMatchObject({ reason: 'not_found' })
    expect(await series(manager, stranger.id, '1–2')).toMatchObject({ reason: 'not_found' })
  })
})

describe('editUnit', () => {
  it('lets one of two people who edit the same state win', async () => {
    const { tenant, manager, association } = await world()
    const id = await added(manager, association.id)
    const other = await makeUser(tenant)
    const seen = (await read(manager, id))?.updatedAt.toISOString()
    const both = await Promise.all([
      edit(manager, id, { label: '102' }, seen),
      edit(other, id, { label: '103' }, seen),
    ])
    expect(both.filter(result => result.ok)).toHaveLength(1)
    expect(both.find(result => !result.ok)).toMatchObject({ reason: 'conflict' })
  })

  it('writes what changed into the log, fractions as text', async () => {
    const { manager, association } = await world()
    const id = await added(manager, association.id)
    expect((await edit(manager, id, { assessmentShare: '1/4', city: 'Naples' })).ok).toBe(true)
    const entry = await inTenant(manager.context, tx =>
      tx.auditEntry.findFirst({ where: { subjectId: id, action: 'unit:edited' } }),
    )
    expect(entry).toMatchObject({
      before: { assessmentShare: null, city: null },
      after: { assessmentShare: '1/4', city: 'Naples' },
    })
  })

  it('refuses a number that another unit has, beside its field', async () => {
    const { manager, association } = await world()
    const id = await added(manager, association.id)
    await added(manager, association.id, { label: '102' })
    const fields = { label: 'This number or name is already taken.' }
    expect(await edit(manager, id, { label: '102' })).toMatchObject({ reason: 'taken', fields })
    expect(await edit(manager, id, { label: '101', city: 'Naples' })).toMatchObject({ ok: true })
  })

  it('does not find another company’s unit', async () => {
    const [one, two] = await Promise.all([world(), world()])
    const id = await added(one.manager, one.association.id)
    expect(await edit(two.manager, id, {})).toMatchObject({ reason: 'not_found' })
    expect(await archive(two.manager, [id])).toMatchObject({ reason: 'not_found' })
  })
})

describe('many units at once', () => {
  it('get new votes or shares, or lose their shares', async () => {
    const { manager, association } = await world()
    await series(manager, association.id, '1–3')
    const ids = (await rows(manager)).map(row => row.id)
    const change = (more: object) =>
      runInTenant(manager.context, tx =>
        editUnits(tx, manager.actor, editUnitsSchema.parse({ ids, ...more })),
      )
    expect(await change({ assessmentShare: '1/3', voteWeight: '2' })).toMatchObject({ value: { changed: 3 } })
    expect(await shares(manager, association.id)).toMatchObject({ state: 'whole' })
    expect((await read(manager, ids[0] ?? ''))?.voteWeight).toEqual(fraction(2))
    expect((await change({ equal: 'on' })).ok).toBe(true)
    expect(await shares(manager, association.id)).toMatchObject({ state: 'equal' })
    expect((await read(manager, ids[0] ?? ''))?.voteWeight).toEqual(fraction(2))
  })

  it('go into the archive and come back, all or none', async () => {
    const { manager, association } = await world()
    await series(manager, association.id, '1–3', { assessmentShare: '1/3' })
    const ids = (await rows(manager)).map(row => row.id)
    expect(await archive(manager, ids.slice(0, 2))).toMatchObject({ value: { units: 2 } })
    expect(await rows(manager)).toHaveLength(1)
    expect(await shares(manager, association.id)).toMatchObject({ state: 'short', sum: fraction(1, 3) })
    expect(await archive(manager, ids)).toMatchObject({ reason: 'not_found' })
    expect(await edit(manager, ids[0] ?? '', {})).toMatchObject({ reason: 'archived' })
    expect(await restore(manager, ids.slice(0, 2))).toMatchObject({ value: { units: 2 } })
    await runInTenant(manager.context, tx =>
      archiveAssociations(tx, manager.actor, { ids: [association.id], withUnits: true }),
    )
    expect(await restore(manager, ids)).toMatchObject({ reason: 'wrong_state' })
  })
})

describe('the list of units', () => {
  it('names today’s owners and finds by number, address and association', async () => {
    const { tenant, manager, association } = await world()
    const id = await added(manager, association.id, { street: '7 Harbor Rd' })
    const [former, first, second] = [
      await makeHomeowner(tenant, { name: 'Fay Former' }),
      await makeHomeowner(tenant, { name: 'Zoe Zane' }),
      await makeHomeowner(tenant, { name: 'Abe Abel' }),
    ]
    await makeOwnerships(
      tenant,
      { unitId: id, homeownerId: former.id, endsOn: '2021-01-01' },
      { unitId: id, homeownerId: first.id, startsOn: '2021-01-01', share: [1, 2] },
      { unitId: id, homeownerId: second.id, startsOn: '2021-01-01', share: [1, 2] },
    )
    expect(await rows(manager)).toMatchObject([
      { label: '101', owners: 'Abe Abel, Zoe Zane', association: association.name },
    ])
    for (const q of ['101', 'harbor', association.name, `101 ${association.name}`])
      expect(await rows(manager, { q })).toHaveLength(1)
    expect(await rows(manager, { q: '102' })).toEqual([])
  })

  it('goes by the names of the associations as they are now, and a new name is no change of the units', async () => {
    const { tenant, manager, association } = await world()
    const other = await makeAssociation(tenant)
    const unit = await added(manager, association.id, { label: '1' })
    await added(manager, other.id, { label: '2' })
    const before = await read(manager, unit)
    const rename = (id: string, name: string) =>
      inTenant(manager.context, tx => tx.association.updateMany({ where: { id }, data: { name } }))
    await rename(other.id, 'Bay Court')
    await rename(association.id, 'Álamo Court')
    expect(await rows(manager)).toMatchObject([{ label: '1' }, { label: '2' }])
    await rename(association.id, 'Cove Court')
    expect(await rows(manager)).toMatchObject([{ label: '2' }, { label: '1' }])
    expect((await read(manager, unit))?.updatedAt).toEqual(before?.updatedAt)
  })

  it('holds only chosen associations for staff limited to them', async () => {
    const { tenant, manager, association } = await world()
    const hidden = await makeAssociation(tenant)
    await added(manager, association.id)
    const unseen = await added(manager, hidden.id)
    const limited = await makeUser(tenant, { role: 'staff', scope: 'chosen' })
    await limitUser(limited, [association.id])
    expect(await rows(limited)).toHaveLength(1)
    expect(await read(limited, unseen)).toBeNull()
    expect(await add(limited, hidden.id, { label: '9' })).toMatchObject({ reason: 'not_found' })
    expect(await archive(limited, [unseen])).toMatchObject({ reason: 'not_found' })
    const total = await inTenant(limited.context, tx =>
      runList(tx, unitList, readListQuery(unitList, {}), { count: true }),
    )
    expect(total.total).toEqual({ count: 1, capped: false })
  })
})
