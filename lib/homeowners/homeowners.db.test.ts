import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { makeOwnerships } from '@/lib/testing/make-ownerships'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUnit } from '@/lib/testing/make-unit'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { addHomeowner } from './add-homeowner'
import { archiveHomeowner } from './archive-homeowner'
import { editHomeowner } from './edit-homeowner'
import { findHomeowners } from './find-homeowners'
import { readHomeowner } from './read-homeowner'
import { restoreHomeowner } from './restore-homeowner'
import { addHomeownerSchema } from './schema'

testDatabase()

const uuid = /^[0-9a-f-]{36}$/

async function world() {
  const tenant = await makeTenant()
  return { tenant, manager: await makeUser(tenant, { role: 'manager' }) }
}

const add = (user: MadeUser, facts: Record<string, string>) =>
  runInTenant(user.context, tx => addHomeowner(tx, user.actor, addHomeownerSchema.parse(facts)))

const read = (user: MadeUser, id: string) => inTenant(user.context, tx => readHomeowner(tx, id))

describe('addHomeowner', () => {
  it('keeps what was typed in its proper form', async () => {
    const { manager } = await world()
    const added = await add(manager, {
      name: '  María   López ',
      email: 'Maria@Example.com',
      phone: '305.555.0142',
      mailingCountry: 'us',
    })
    const homeowner = await read(manager, (added.ok && added.value.homeownerId) || '')
    expect(homeowner).toMatchObject({
      name: 'María López',
      email: 'maria@example.com',
      phone: '+13055550142',
      mailingCountry: 'US',
      mailingCity: null,
      portal: 'not-invited',
    })
  })

  it('shows like people first and adds anyway when told', async () => {
    const { manager } = await world()
    await add(manager, { name: 'María López', email: 'maria@example.com' })
    const same = await add(manager, { name: 'MARIA LOPEZ', email: 'other@example.com' })
    expect(same).toMatchObject({
      value: { homeownerId: null, duplicates: [{ by: 'name', name: 'María López' }] },
    })
    const address = await add(manager, { name: 'Somebody', email: 'MARIA@example.com' })
    expect(address).toMatchObject({ value: { duplicates: [{ by: 'email' }] } })
    const anyway = await add(manager, { name: 'Maria Lopez', anyway: 'on' })
    expect(anyway).toMatchObject({ ok: true, value: { homeownerId: expect.stringMatching(uuid) } })
    const found = await inTenant(manager.context, tx => findHomeowners(tx, 'lopez maria'))
    expect(found).toHaveLength(2)
    expect(found.map(one => one.id)).toContain(anyway.ok && anyway.value.homeownerId)
  })

  it('does not look at other tenants', async () => {
    const [here, there] = [await world(), await world()]
    await add(there.manager, { name: 'María López', email: 'maria@example.com' })
    const added = await add(here.manager, { name: 'María López', email: 'maria@example.com' })
    expect(added).toMatchObject({ ok: true, value: { homeownerId: expect.stringMatching(uuid) } })
    expect(await inTenant(here.manager.context, tx => tx.homeowner.count())).toBe(1)
  })
})

describe('editHomeowner', () => {
  const edit = (user: MadeUser, homeownerId: string, seen: string, name: string) =>
    runInTenant(user.context, tx => {
      const { anyway: _, ...facts } = addHomeownerSchema.parse({ name })
      return editHomeowner(tx, user.actor, { homeownerId, seen, ...facts })
    })

  it('changes the record once; whoever saw it before is told', async () => {
    const { tenant, manager } = await world()
    const { id } = await makeHomeowner(tenant, { name: 'Ana' })
    const seen = (await read(manager, id))?.updatedAt.toISOString() ?? ''
    const results = [await edit(manager, id, seen, 'Ana Ruiz'), await edit(manager, id, seen, 'Ana Rúiz')]
    expect(results.map(result => (result.ok ? 'ok' : result.reason))).toEqual(['ok', 'conflict'])
    expect((await read(manager, id))?.name).toBe('Ana Ruiz')
    const [entry] = await inTenant(manager.context, tx =>
      tx.auditEntry.findMany({ where: { action: 'homeowner:edited', subjectId: id } }),
    )
    expect(entry).toMatchObject({ before: { name: 'Ana' }, after: { name: 'Ana Ruiz' } })
  })

  it('does not find another tenant’s homeowner', async () => {
    const [here, there] = [await world(), await world()]
    const { id } = await makeHomeowner(there.tenant)
    const seen = (await read(there.manager, id))?.updatedAt.toISOString() ?? ''
    expect(await edit(here.manager, id, seen, 'Mine')).toMatchObject({ reason: 'not_found' })
    expect(await read(here.manager, id)).toBeNull()
  })
})

describe('archiveHomeowner', () => {
  const run = (user: MadeUser, act: typeof archiveHomeowner, homeownerId: string) =>
    runInTenant(user.context, tx => act(tx, user.actor, { homeownerId }))

  it('refuses while they own, or are to own; then takes away access', async () => {
    const { tenant, manager } = await world()
    const person = await makeUser(tenant, { role: 'homeowner' })
    const [owner, former] = [
      await makeHomeowner(tenant),
      await makeHomeowner(tenant, { userId: person.actor.userId }),
    ]
    const unit = await makeUnit(tenant)
    await makeOwnerships(
      tenant,
      { unitId: unit.id, homeownerId: former.id, startsOn: '2010-01-01', endsOn: '2020-01-01' },
      { unitId: unit.id, homeownerId: owner.id, startsOn: '2999-01-01' },
    )
    expect(await run(manager, archiveHomeowner, owner.id)).toMatchObject({ reason: 'still_owns' })
    expect((await read(manager, owner.id))?.status).toBe('active')
    expect((await run(manager, archiveHomeowner, former.id)).ok).toBe(true)
    expect(await read(manager, former.id)).toMatchObject({ status: 'archived', portal: 'revoked' })
    const state = await inTenant(person.context, async (_, answer) => answer)
    expect(state).toMatchObject({ state: 'revoked', user: null })
  })

  it('counts units the actor cannot see', async () => {
    const { tenant } = await world()
    const limited = await makeUser(tenant, { role: 'staff', scope: 'chosen' })
    const [given, elsewhere] = [await makeUnit(tenant), await makeUnit(tenant)]
    const { id } = await makeHomeowner(tenant)
    await makeOwnerships(
      tenant,
      { unitId: given.id, homeownerId: id, startsOn: '2010-01-01', endsOn: '2020-01-01' },
      { unitId: elsewhere.id, homeownerId: id },
    )
    await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
      tx.userAssociation.createMany({
        data: [{ userId: limited.actor.userId, associationId: given.associationId }],
      }),
    )
    expect(await run(limited, archiveHomeowner, id)).toMatchObject({ reason: 'still_owns' })
  })

  it('can be taken back', async () => {
    const { tenant, manager } = await world()
    const { id } = await makeHomeowner(tenant)
    expect(await run(manager, restoreHomeowner, id)).toMatchObject({ reason: 'not_found' })
    await run(manager, archiveHomeowner, id)
    expect((await run(manager, restoreHomeowner, id)).ok).toBe(true)
    expect(await read(manager, id)).toMatchObject({ status: 'active', archivedAt: null })
  })
})
