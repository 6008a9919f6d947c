import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { listActivity } from '@/lib/audit-log/list-activity'
import { inTenant } from '@/lib/db/in-tenant'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { limitUser } from '@/lib/testing/limit-user'
import { makeAssociation } from '@/lib/testing/make-association'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUnit } from '@/lib/testing/make-unit'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { archiveUnits } from '@/lib/units/archive-units'
import { addAssociation } from './add-association'
import { archiveAssociations } from './archive-associations'
import { associationList } from './association-list'
import { editAssociation } from './edit-association'
import { editAssociations } from './edit-associations'
import { listCounties } from './list-counties'
import { readAssociation } from './read-association'
import { readOverview } from './read-overview'
import { restoreAssociations } from './restore-associations'
import { addAssociationSchema, editAssociationSchema, editAssociationsSchema } from './schema'

testDatabase()

const typed = {
  name: ' Ocean  Élan ',
  kind: 'condominium',
  zone: 'America/New_York',
  fiscalYearStartMonth: '7',
  jurisdiction: 'us-fl',
  county: 'Lee',
  recordedOn: '1973-07-24',
}

async function world() {
  const tenant = await makeTenant()
  return { tenant, manager: await makeUser(tenant, { role: 'manager' }) }
}

const add = (user: MadeUser, more: object = {}) =>
  runInTenant(user.context, tx =>
    addAssociation(tx, user.actor, addAssociationSchema.parse({ ...typed, ...more })),
  )

async function added(user: MadeUser, more: object = {}): Promise<string> {
  const result = await add(user, more)
  if (!result.ok) throw new Error(result.message)
  return result.value.associationId
}

const read = (user: MadeUser, id: string) => inTenant(user.context, tx => readAssociation(tx, id))

async function edit(user: MadeUser, id: string, more: object = {}, seen?: string) {
  const now = seen ?? (await read(user, id))?.updatedAt.toISOString() ?? new Date().toISOString()
  const input = editAssociationSchema.parse({ ...typed, ...more, associationId: id, seen: now })
  return runInTenant(user.context, tx => editAssociation(tx, user.actor, input))
}

const archive = (user: MadeUser, ids: string[], withUnits = false) =>
  runInTenant(user.context, tx => archiveAssociations(tx, user.actor, { ids, withUnits }))
const restore = (user: MadeUser, ids: string[]) =>
  runInTenant(user.context, tx => restoreAssociations(tx, user.actor, { ids }))
const listed = (user: MadeUser, params: Record<string, string> = {}) =>
  inTenant(user.context, async tx => {
    const page = await runList<typeof associationList>(
      tx,
      associationList,
      readListQuery(associationList, params),
    )
    return page.rows.map(row => row.name)
  })

describe('addAssociation', () => {
  it('keeps what was typed, tidied, and says who did it', async () => {
    const { manager } = await world()
    const id = await added(manager, { externalKey: 'R-1' })
    expect(await read(manager, id)).toMatchObject({
      name: 'Ocean Élan',
      fiscalYearStartMonth: 7,
      jurisdiction: 'US-FL',
      recordedOn: '1973-07-24',
      street: null,
      status: 'active',
    })
    const [entry] = await inTenant(manager.context, tx => listActivity(tx, { type: 'association', id }))
    expect(entry).toMatchObject({ action: 'association:added', by: manager.actor.name })
    expect(await add(manager, { externalKey: 'R-1' })).toMatchObject({
      reason: 'taken',
      fields: { externalKey: expect.stringContaining('register number') },
    })
  })

  it('refuses zones, months and dates that are none', () => {
    const fields = (more: object) =>
      addAssociationSchema.safeParse({ ...typed, ...more }).error?.issues[0]?.path[0]
    expect(fields({ zone: 'Mars/Olympus' })).toBe('zone')
    expect(fields({ fiscalYearStartMonth: '13' })).toBe('fiscalYearStartMonth')
    expect(fields({ recordedOn: '2023-02-29' })).toBe('recordedOn')
    expect(fields({ kind: 'castle' })).toBe('kind')
    expect(fields({ jurisdiction: 'Florida' })).toBe('jurisdiction')
  })
})

describe('editAssociation', () => {
  it('records what changed and nothing else', async () => {
    const { manager } = await world()
    const id = await added(manager)
    expect((await edit(manager, id, { county: 'Collier' })).ok).toBe(true)
    const [entry] = await inTenant(manager.context, tx => listActivity(tx, { type: 'association', id }))
    expect(entry).toMatchObject({ before: { county: 'Lee' }, after: { county: 'Collier' } })
    expect(Object.keys(entry?.after ?? {})).toEqual(['county'])
  })

  it('lets one of two people who edit the same state win', async () => {
    const { tenant, manager } = await world()
    const other = await makeUser(tenant)
    const id = await added(manager)
    const seen = (await read(manager, id))?.updatedAt.toISOString()
    const both = await Promise.all([
      edit(manager, id, { name: 'By the manager' }, seen),
      edit(other, id, { name: 'By the other' }, seen),
    ])
    expect(both.filter(result => result.ok)).toHaveLength(1)
    expect(both.find(result => !result.ok)).toMatchObject({ reason: 'conflict' })
  })

  it('does not find another company’s, nor change an archived one', async () => {
    const [one, two] = await Promise.all([world(), world()])
    const id = await added(one.manager)
    expect(await edit(two.manager, id)).toMatchObject({ reason: 'not_found' })
    await archive(one.manager, [id])
    expect(await edit(one.manager, id)).toMatchObject({ reason: 'archived' })
  })
})

describe('editAssociations', () => {
  it('sets what was filled in in all of them, or in none', async () => {
    const { manager } = await world()
    const ids = [await added(manager), await added(manager, { zone: 'America/Chicago' })]
    const change = { county: 'Sarasota', fiscalYearStartMonth: '4', kind: '', zone: '' }
    const run = (wanted: string[]) =>
      runInTenant(manager.context, tx =>
        editAssociations(tx, manager.actor, editAssociationsSchema.parse({ ids: wanted, ...change })),
      )
    expect(await run(ids)).toMatchObject({ value: { changed: 2 } })
    const zones = await Promise.all(ids.map(async id => (await read(manager, id))?.zone))
    expect(zones).toEqual(['America/New_York', 'America/Chicago'])
    expect(await inTenant(manager.context, listCounties)).toEqual(['Sarasota'])
    const stranger = await makeAssociation(await makeTenant())
    expect(await run([...ids, stranger.id])).toMatchObject({ reason: 'not_found' })
    expect(editAssociationsSchema.safeParse({ ids, kind: '' }).success).toBe(false)
  })
})

describe('archiving', () => {
  it('refuses while there are units, takes them along when asked and brings them back', async () => {
    const { tenant, manager } = await world()
    const { id, name } = await makeAssociation(tenant)
    const [kept, gone] = [
      await makeUnit(tenant, { associationId: id }),
      await makeUnit(tenant, { associationId: id }),
    ]
    await runInTenant(manager.context, tx => archiveUnits(tx, manager.actor, { ids: [gone.id] }))
    expect(await archive(manager, [id])).toMatchObject({ reason: 'has_units' })
    expect(await archive(manager, [id], true)).toMatchObject({ value: { archived: 1 } })
    expect(await listed(manager)).toEqual([])
    expect(await listed(manager, { 'f.status': 'archived' })).toEqual([name])
    expect(await archive(manager, [id], true)).toMatchObject({ reason: 'not_found' })
    expect((await restore(manager, [id])).ok).toBe(true)
    const units = await inTenant(manager.context, tx =>
      tx.unit.findMany({ where: { associationId: id }, select: { id: true, status: true } }),
    )
    expect(units).toEqual(
      expect.arrayContaining([
        { id: kept.id, status: 'active' },
        { id: gone.id, status: 'archived' },
      ]),
    )
    expect((await read(manager, id))?.unitCount).toBe(1)
    expect(await restore(manager, [id])).toMatchObject({ reason: 'not_found' })
  })

  it('archives all that were chosen or none', async () => {
    const { manager } = await world()
    const mine = await added(manager)
    const theirs = await makeAssociation(await makeTenant())
    expect(await archive(manager, [mine, theirs.id])).toMatchObject({ reason: 'not_found' })
    expect((await read(manager, mine))?.status).toBe('active')
  })
})

describe('staff limited to chosen associations', () => {
  it('see and change those alone', async () => {
    const { tenant, manager } = await world()
    const limited = await makeUser(tenant, { role: 'manager', scope: 'chosen' })
    const [mine, hidden] = [await added(manager, { name: 'Mine' }), await added(manager, { name: 'Hidden' })]
    await limitUser(limited, [mine])
    expect(await listed(limited)).toEqual(['Mine'])
    expect(await read(limited, hidden)).toBeNull()
    expect(await edit(limited, hidden)).toMatchObject({ reason: 'not_found' })
    expect(await archive(limited, [mine, hidden])).toMatchObject({ reason: 'not_found' })
    expect((await edit(limited, mine)).ok).toBe(true)
    const unit = await makeUnit(tenant, { associationId: mine })
    await makeUnit(tenant, { associationId: hidden })
    expect(unit.associationId).toBe(mine)
    expect(await inTenant(limited.context, tx => readOverview(tx, mine))).toMatchObject({
      units: 1,
      owned: 0,
    })
    expect(await inTenant(limited.context, tx => readOverview(tx, hidden))).toMatchObject({ units: 0 })
  })
})
