import { beforeEach, describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { asMember, readOpened } from '@/lib/auth/actor'
import type { Role } from '@/lib/auth/permissions'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAssociation } from '@/lib/testing/make-association'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { changeRole } from './change-role'
import { limitAssociations } from './limit-associations'
import { restorePerson } from './restore-person'
import { permittable } from './rules'
import { setPermissions } from './set-permissions'
import { suspendPerson } from './suspend-person'

testDatabase()

let tenant: MadeTenant

/** A person who has signed in before, and so counts as an admin who can put things right. */
async function makeAccepted(role: Role): Promise<MadeUser> {
  const user = await makeUser(tenant, { role })
  await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.user.updateMany({ where: { id: user.actor.userId }, data: { emailVerifiedAt: new Date() } }),
  )
  return user
}

const role = (by: MadeUser, of: MadeUser, to: Role) =>
  runInTenant(by.context, tx => changeRole(tx, by.actor, { userId: of.actor.userId, role: to }))
const suspend = (by: MadeUser, of: MadeUser) =>
  runInTenant(by.context, tx => suspendPerson(tx, by.actor, { userId: of.actor.userId }))
const allow = (by: MadeUser, of: MadeUser, allowed: typeof permittable) =>
  runInTenant(by.context, tx =>
    setPermissions(tx, by.actor, { userId: of.actor.userId, role: of.actor.role, allowed }),
  )
const seen = ({ context }: MadeUser) =>
  inTenant(context, async (_, answer) => readOpened(context.tenantId, answer))

describe('changing access', () => {
  beforeEach(async () => {
    tenant = await makeTenant()
  })

  it('leaves an admin, however two admins go at each other at once', async () => {
    for (const attack of [(a: MadeUser, b: MadeUser) => role(a, b, 'staff'), suspend]) {
      tenant = await makeTenant()
      const [one, two] = [await makeAccepted('admin'), await makeAccepted('admin')]
      const results = await Promise.all([attack(one, two), attack(two, one)])
      expect(results.filter(result => result.ok)).toHaveLength(1)
      const left = await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
        tx.user.count({ where: { role: 'admin', suspendedAt: null } }),
      )
      expect(left).toBe(1)
    }
  })

  it('does not count admins who never came, are suspended or may not change access', async () => {
    const last = await makeAccepted('admin')
    const invited = await makeUser(tenant, { role: 'admin' })
    const denied = await makeAccepted('admin')
    const without = permittable.filter(permission => permission !== 'user:permit')
    expect(await allow(last, denied, without)).toMatchObject({ ok: true })
    expect(await suspend(invited, last)).toMatchObject({ ok: false, reason: 'last_admin' })
    expect(await role(invited, last, 'manager')).toMatchObject({ ok: false, reason: 'last_admin' })
    expect(await allow(invited, last, without)).toMatchObject({ ok: false, reason: 'last_admin' })
    expect((await seen(last)).actor?.permissions.has('user:permit')).toBe(true)
  })

  it('refuses one’s own', async () => {
    const admin = await makeAccepted('admin')
    await makeAccepted('admin')
    expect(await role(admin, admin, 'manager')).toMatchObject({ reason: 'own_rights' })
    expect(await suspend(admin, admin)).toMatchObject({ reason: 'own_rights' })
    expect(await allow(admin, admin, permittable)).toMatchObject({ reason: 'own_rights' })
  })

  it('refuses to give what one does not have', async () => {
    const [admin, manager, staff] = [
      await makeAccepted('admin'),
      await makeAccepted('manager'),
      await makeAccepted('staff'),
    ]
    const own = [...manager.actor.permissions].filter(permission => permittable.includes(permission))
    await allow(admin, manager, [...own, 'user:permit'])
    const { actor } = await seen(manager)
    if (!actor) throw new Error('the manager is not there')
    const trusted = { ...manager, actor: asMember(actor) }
    expect(await role(trusted, staff, 'manager')).toMatchObject({ ok: true })
    expect(await role(trusted, staff, 'admin')).toMatchObject({ reason: 'beyond_own_rights' })
    expect(await suspend(trusted, admin)).toMatchObject({ reason: 'beyond_own_rights' })
    expect(await allow(trusted, staff, permittable)).toMatchObject({ reason: 'beyond_own_rights' })
    // Chosen for the role that the person had before.
    expect(await allow(admin, staff, permittable)).toMatchObject({ reason: 'conflict' })
  })

  it('keeps grants and denials as the difference from the role, from the next request on', async () => {
    const [admin, agent] = [await makeAccepted('admin'), await makeAccepted('agent')]
    expect(await allow(admin, agent, ['association:read', 'unit:write'])).toMatchObject({ ok: true })
    const rows = await inTenant(admin.context, tx =>
      tx.userPermission.findMany({
        where: { userId: agent.actor.userId },
        orderBy: { permission: 'asc' },
        select: { permission: true, effect: true },
      }),
    )
    expect(rows).toEqual([
      { permission: 'homeowner:read', effect: 'deny' },
      { permission: 'unit:read', effect: 'deny' },
      { permission: 'unit:write', effect: 'grant' },
    ])
    const { actor } = await seen(agent)
    expect([...(actor?.permissions ?? [])].toSorted()).toEqual([
      'account:manage',
      'association:read',
      'unit:write',
    ])
  })

  it('suspends and restores; old sessions stay ended', async () => {
    const [admin, staff] = [await makeAccepted('admin'), await makeAccepted('staff')]
    await suspend(admin, staff)
    expect((await seen(staff)).state).toBe('suspended')
    await runInTenant(admin.context, tx => restorePerson(tx, admin.actor, { userId: staff.actor.userId }))
    expect((await seen(staff)).state).toBe('revoked')
    const actions = await inTenant(admin.context, tx =>
      tx.auditEntry.findMany({
        where: { subjectId: staff.actor.userId },
        select: { action: true, userId: true },
      }),
    )
    expect(actions).toContainEqual({ action: 'user:suspended', userId: admin.actor.userId })
    expect(actions).toContainEqual({ action: 'user:restored', userId: admin.actor.userId })
  })

  it('limits a colleague to associations of this tenant', async () => {
    const [admin, staff] = [await makeAccepted('admin'), await makeAccepted('staff')]
    const { id: one } = await makeAssociation(tenant)
    await makeAssociation(tenant)
    const elsewhere = await makeAssociation(await makeTenant())
    const limit = (associationIds: string[]) =>
      runInTenant(admin.context, tx =>
        limitAssociations(tx, admin.actor, { userId: staff.actor.userId, scope: 'chosen', associationIds }),
      )
    expect(await limit([])).toMatchObject({ reason: 'invalid' })
    expect(await limit([one, elsewhere.id])).toMatchObject({ reason: 'invalid' })
    expect(await limit([one])).toMatchObject({ ok: true })
    const visible = await inTenant(staff.context, tx => tx.association.findMany({ select: { id: true } }))
    expect(visible).toEqual([{ id: one }])
  })
})
