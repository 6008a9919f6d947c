import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { archiveAssociations } from '@/lib/associations/archive-associations'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { limitUser } from '@/lib/testing/limit-user'
import { makeAssociation } from '@/lib/testing/make-association'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import type { LocalDate } from '@/lib/time/local-date'
import { addSeat } from './add-seat'
import { editSeat } from './edit-seat'
import { endSeat } from './end-seat'
import { listSeats } from './list-seats'
import { removeSeat } from './remove-seat'
import { standing } from './rules'
import { addSeatSchema, editSeatSchema } from './schema'

testDatabase()

async function world() {
  const tenant = await makeTenant()
  const manager = await makeUser(tenant, { role: 'manager' })
  const association = await makeAssociation(tenant)
  const [ann, bob] = [
    await makeHomeowner(tenant, { name: 'Ann' }),
    await makeHomeowner(tenant, { name: 'Bob' }),
  ]
  return { tenant, manager, association, ann, bob }
}

type Given = {
  associationId: string
  homeownerId: string
  title?: string
  startsOn?: string
  endsOn?: string
}

const add = (user: MadeUser, given: Given) =>
  runInTenant(user.context, tx =>
    addSeat(tx, user.actor, addSeatSchema.parse({ title: 'president', startsOn: '2025-01-01', ...given })),
  )
const seats = (user: MadeUser, associationId: string) =>
  inTenant(user.context, tx => listSeats(tx, associationId))
const end = (user: MadeUser, seatId: string, on: string) =>
  runInTenant(user.context, tx => endSeat(tx, user.actor, { seatId, on: on as LocalDate }))

async function added(user: MadeUser, given: Given): Promise<string> {
  const result = await add(user, given)
  if (!result.ok) throw new Error(result.message)
  return result.value.seatId
}

describe('addSeat', () => {
  it('gives an office to one at a time; directors may be many', async () => {
    const { manager, association, ann, bob } = await world()
    const associationId = association.id
    await added(manager, { associationId, homeownerId: ann.id, endsOn: '2026-01-01' })
    expect(await add(manager, { associationId, homeownerId: bob.id, startsOn: '2025-12-31' })).toMatchObject({
      reason: 'office_taken',
      fields: { title: 'Ann holds the office of president in that term.' },
    })
    expect((await add(manager, { associationId, homeownerId: bob.id, startsOn: '2026-01-01' })).ok).toBe(true)
    for (const { id } of [ann, bob])
      expect((await add(manager, { associationId, homeownerId: id, title: 'director' })).ok).toBe(true)
    expect((await seats(manager, associationId)).map(({ title, name }) => `${title} ${name}`)).toEqual([
      'president Bob',
      'president Ann',
      expect.stringContaining('director'),
      expect.stringContaining('director'),
    ])
  })

  it('lets one of two win who give the same office at the same moment', async () => {
    const { manager, association, ann, bob } = await world()
    const both = await Promise.all(
      [ann, bob].map(({ id }) => add(manager, { associationId: association.id, homeownerId: id })),
    )
    expect(both.filter(result => result.ok)).toHaveLength(1)
    expect(both.find(result => !result.ok)).toMatchObject({ reason: 'office_taken' })
  })

  it('refuses archived associations, strangers and terms that end before they begin', async () => {
    const { manager, association, ann } = await world()
    const given = { associationId: association.id, homeownerId: ann.id }
    const stranger = await makeHomeowner(await makeTenant())
    expect(await add(manager, { ...given, homeownerId: stranger.id })).toMatchObject({ reason: 'not_found' })
    const backwards = { ...given, title: 'director', startsOn: '2025-01-01', endsOn: '2025-01-01' }
    expect(addSeatSchema.safeParse(backwards).error?.issues[0]?.path).toEqual(['endsOn'])
    await runInTenant(manager.context, tx =>
      archiveAssociations(tx, manager.actor, { ids: [association.id], withUnits: false }),
    )
    expect(await add(manager, given)).toMatchObject({ reason: 'archived' })
  })
})

describe('changing a seat', () => {
  it('corrects it unless somebody else did meanwhile', async () => {
    const { manager, association, ann } = await world()
    const seatId = await added(manager, { associationId: association.id, homeownerId: ann.id })
    const seen = (await seats(manager, association.id))[0]?.updatedAt.toISOString() ?? ''
    const edit = (title: string) =>
      runInTenant(manager.context, tx =>
        editSeat(tx, manager.actor, editSeatSchema.parse({ seatId, seen, title, startsOn: '2025-02-01' })),
      )
    expect((await edit('treasurer')).ok).toBe(true)
    expect(await edit('secretary')).toMatchObject({ reason: 'conflict' })
    expect(await seats(manager, association.id)).toMatchObject([
      { title: 'treasurer', startsOn: '2025-02-01' },
    ])
  })

  it('names who holds the office already, and not whoever keeps it', async () => {
    const { manager, association, ann, bob } = await world()
    const associationId = association.id
    const president = await added(manager, { associationId, homeownerId: ann.id })
    const secretary = await added(manager, { associationId, homeownerId: bob.id, title: 'secretary' })
    const edit = async (seatId: string) => {
      const seat = (await seats(manager, associationId)).find(one => one.id === seatId)
      const typed = {
        seatId,
        seen: seat?.updatedAt.toISOString(),
        title: 'president',
        startsOn: '2025-02-01',
      }
      return runInTenant(manager.context, tx => editSeat(tx, manager.actor, editSeatSchema.parse(typed)))
    }
    expect(await edit(secretary)).toMatchObject({
      reason: 'office_taken',
      fields: { title: 'Ann holds the office of president in that term.' },
    })
    expect((await edit(president)).ok).toBe(true)
  })

  it('ends on a day after it began, and not later than it ends already', async () => {
    const { manager, association, ann } = await world()
    const seatId = await added(manager, { associationId: association.id, homeownerId: ann.id })
    expect(await end(manager, seatId, '2025-01-01')).toMatchObject({
      reason: 'invalid',
      fields: { on: 'The term must end after the day on which it starts.' },
    })
    expect((await end(manager, seatId, '2025-06-01')).ok).toBe(true)
    expect(await end(manager, seatId, '2025-07-01')).toMatchObject({ reason: 'invalid' })
    const [seat] = await seats(manager, association.id)
    expect(seat && standing(seat, '2025-05-31' as LocalDate)).toBe('now')
    expect(seat && standing(seat, '2025-06-01' as LocalDate)).toBe('before')
    expect(seat && standing(seat, '2024-12-31' as LocalDate)).toBe('later')
  })

  it('takes a mistake off the record and keeps it in the log', async () => {
    const { manager, association, ann } = await world()
    const seatId = await added(manager, { associationId: association.id, homeownerId: ann.id })
    const remove = (user: MadeUser) => runInTenant(user.context, tx => removeSeat(tx, user.actor, { seatId }))
    const limited = await makeUser((await world()).tenant)
    expect(await remove(limited)).toMatchObject({ reason: 'not_found' })
    expect((await remove(manager)).ok).toBe(true)
    const entry = await inTenant(manager.context, tx =>
      tx.auditEntry.findFirst({ where: { action: 'board-seat:removed' } }),
    )
    expect(entry).toMatchObject({ subjectId: association.id, before: { name: 'Ann', title: 'president' } })
  })

  it('is out of sight for staff limited to other associations', async () => {
    const { tenant, manager, association, ann } = await world()
    const seatId = await added(manager, { associationId: association.id, homeownerId: ann.id })
    const limited = await makeUser(tenant, { role: 'manager', scope: 'chosen' })
    await limitUser(limited, [(await makeAssociation(tenant)).id])
    expect(await seats(limited, association.id)).toEqual([])
    expect(await end(limited, seatId, '2025-06-01')).toMatchObject({ reason: 'not_found' })
  })
})
