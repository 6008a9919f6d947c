import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAssociation } from '@/lib/testing/make-association'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { makeOwnerships } from '@/lib/testing/make-ownerships'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUnit } from '@/lib/testing/make-unit'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { inviteHomeowner } from './invite-homeowner'
import { inviteHomeowners } from './invite-homeowners'
import { readHomeowner } from './read-homeowner'
import { restoreAccess } from './restore-access'
import { revokeAccess } from './revoke-access'

testDatabase()

async function world() {
  const tenant = await makeTenant()
  return { tenant, manager: await makeUser(tenant, { role: 'manager' }) }
}

const invite = (user: MadeUser, homeownerId: string) =>
  runInTenant(user.context, tx => inviteHomeowner(tx, user.actor, { homeownerId }))
const read = (user: MadeUser, id: string) => inTenant(user.context, tx => readHomeowner(tx, id))
const openLinks = (user: MadeUser) =>
  inTenant(user.context, tx => tx.signInLink.count({ where: { revokedAt: null, purpose: 'invitation' } }))
const takeUp = (user: MadeUser, email: string) =>
  inTenant({ tenantId: user.context.tenantId, system: 'test' }, tx =>
    tx.user.updateMany({ where: { email }, data: { emailVerifiedAt: new Date() } }),
  )

describe('inviteHomeowner', () => {
  it('links a sign-in with the role homeowner, once; again sends a new link and ends the old', async () => {
    const { tenant, manager } = await world()
    const { id, email } = await makeHomeowner(tenant)
    expect(await invite(manager, id)).toMatchObject({ value: { outcome: 'sent' } })
    expect(await read(manager, id)).toMatchObject({ portal: 'invited', access: { email } })
    expect((await invite(manager, id)).ok).toBe(true)
    expect(await openLinks(manager)).toBe(1)
    const users = await inTenant(manager.context, tx => tx.user.findMany({ where: { role: 'homeowner' } }))
    expect(users.map(user => user.email)).toEqual([email])
    await takeUp(manager, email ?? '')
    expect((await read(manager, id))?.portal).toBe('active')
    expect(await invite(manager, id)).toMatchObject({ reason: 'already_invited' })
  })

  it('says which homes it is about: those owned now and later, the first few and how many more', async () => {
    const { tenant, manager } = await world()
    const { id: associationId } = await makeAssociation(tenant, { name: 'Harbor House' })
    const { id } = await makeHomeowner(tenant)
    const homes = async () => {
      await invite(manager, id)
      const kept = await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
        tx.messageSecret.findFirstOrThrow({ orderBy: { messageId: 'desc' } }),
      )
      return (kept.links as { homes?: string }).homes
    }
    expect(await homes()).toBeUndefined()
    const own = async (label: string, endsOn?: string) => {
      const unit = await makeUnit(tenant, { associationId, label })
      await makeOwnerships(tenant, { unitId: unit.id, homeownerId: id, endsOn })
    }
    await own('1')
    await own('2', '2021-01-01')
    expect(await homes()).toBe('Harbor House · 1')
    for (const label of ['3', '4', '5']) await own(label)
    expect(await homes()).toBe('Harbor House · 1, Harbor House · 3, Harbor House · 4, and 1 more')
  })

  it('follows an address that was corrected before the invitation was taken up', async () => {
    const { tenant, manager } = await world()
    const { id } = await makeHomeowner(tenant)
    await invite(manager, id)
    await inTenant(manager.context, tx =>
      tx.homeowner.updateMany({ where: { id }, data: { email: 'right@example.test' } }),
    )
    expect((await invite(manager, id)).ok).toBe(true)
    expect((await read(manager, id))?.access?.email).toBe('right@example.test')
  })

  it('never turns a colleague or another homeowner’s sign-in into this one', async () => {
    const { tenant, manager } = await world()
    const colleague = await makeUser(tenant, { role: 'accountant' })
    const { id } = await makeHomeowner(tenant, { email: colleague.actor.email })
    expect(await invite(manager, id)).toMatchObject({ reason: 'email_in_use' })
    const [one, twin] = [
      await makeHomeowner(tenant, { email: 'both@example.test' }),
      await makeHomeowner(tenant, { email: 'both@example.test' }),
    ]
    await invite(manager, one.id)
    expect(await invite(manager, twin.id)).toMatchObject({ reason: 'email_in_use' })
    const role = await inTenant(manager.context, tx =>
      tx.user.findFirst({ where: { id: colleague.actor.userId }, select: { role: true } }),
    )
    expect(role).toEqual({ role: 'accountant' })
  })

  it('does not find another tenant’s homeowner', async () => {
    const [here, there] = [await world(), await world()]
    const { id } = await makeHomeowner(there.tenant)
    expect(await invite(here.manager, id)).toMatchObject({ reason: 'not_found' })
  })
})

describe('inviteHomeowners', () => {
  it('counts what became of each', async () => {
    const { tenant, manager } = await world()
    const people = [
      await makeHomeowner(tenant),
      await makeHomeowner(tenant),
      await makeHomeowner(tenant, { email: null }),
      await makeHomeowner(tenant),
    ]
    const last = people[3]
    await invite(manager, last?.id ?? '')
    await takeUp(manager, last?.email ?? '')
    const ids = [...people.map(person => person.id), crypto.randomUUID()]
    const counts = await runInTenant(manager.context, tx => inviteHomeowners(tx, manager.actor, { ids }))
    expect(counts).toEqual({ ok: true, value: { sent: 2, already: 1, withoutEmail: 1, other: 1 } })
    expect(await openLinks(manager)).toBe(3)
  })
})

describe('revokeAccess', () => {
  it('ends sessions and links at once, until it is given back', async () => {
    const { tenant, manager } = await world()
    const person = await makeUser(tenant, { role: 'homeowner' })
    const { id } = await makeHomeowner(tenant, { userId: person.actor.userId })
    const run = (act: typeof revokeAccess) =>
      runInTenant(manager.context, tx => act(tx, manager.actor, { homeownerId: id }))
    expect((await run(revokeAccess)).ok).toBe(true)
    expect(await inTenant(person.context, async (_, answer) => answer)).toMatchObject({ state: 'revoked' })
    expect((await read(manager, id))?.portal).toBe('revoked')
    expect(await run(revokeAccess)).toMatchObject({ reason: 'not_found' })
    expect(await invite(manager, id)).toMatchObject({ reason: 'already_invited' })
    expect((await run(restoreAccess)).ok).toBe(true)
    expect((await read(manager, id))?.portal).not.toBe('revoked')
  })

  it('never suspends a colleague', async () => {
    const { tenant, manager } = await world()
    const colleague = await makeUser(tenant, { role: 'accountant' })
    const { id } = await makeHomeowner(tenant, { userId: colleague.actor.userId })
    const result = await runInTenant(manager.context, tx =>
      revokeAccess(tx, manager.actor, { homeownerId: id }),
    )
    expect(result).toMatchObject({ reason: 'not_found' })
    expect(await inTenant(colleague.context, async (_, answer) => answer)).toMatchObject({
      state: 'signed-in',
    })
  })
})
