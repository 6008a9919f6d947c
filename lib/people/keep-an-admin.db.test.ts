import { beforeEach, describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { limitUser } from '@/lib/testing/limit-user'
import { makeAssociation } from '@/lib/testing/make-association'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { changeRole } from './change-role'
import { hasAdmin } from './keep-an-admin'
import { limitAssociations } from './limit-associations'
import { restorePerson } from './restore-person'
import { permittable } from './rules'
import { setPermissions } from './set-permissions'
import { suspendPerson } from './suspend-person'

testDatabase()

let tenant: MadeTenant
let association: string

async function makeAdmin(scope: 'all' | 'chosen' = 'all'): Promise<MadeUser> {
  const admin = await makeUser(tenant, { scope })
  await asSystem(tx =>
    tx.user.updateMany({ where: { id: admin.actor.userId }, data: { emailVerifiedAt: new Date() } }),
  )
  if (scope === 'chosen') await limitUser(admin, [association])
  return admin
}

const asSystem = <T>(work: (tx: TenantTx) => Promise<T>) =>
  inTenant({ tenantId: tenant.id, system: 'test' }, work)

/** Something that one person does to another's access, in a transaction that is open. */
type Attack = (tx: TenantTx, by: MadeUser, of: MadeUser) => ReturnType<typeof suspendPerson>

const limit: Attack = (tx, { actor }, of) =>
  limitAssociations(tx, actor, {
    userId: of.actor.userId,
    scope: 'chosen',
    associationIds: [association],
  })
const suspend: Attack = (tx, { actor }, of) => suspendPerson(tx, actor, { userId: of.actor.userId })
const demote: Attack = (tx, { actor }, of) =>
  changeRole(tx, actor, { userId: of.actor.userId, role: 'manager' })
const deny =
  (permission: 'user:permit' | 'user:invite'): Attack =>
  (tx, { actor }, of) =>
    setPermissions(tx, actor, {
      userId: of.actor.userId,
      role: 'admin',
      allowed: permittable.filter(name => name !== permission),
    })

const alone = (attack: Attack, by: MadeUser, of: MadeUser) =>
  runInTenant(by.context, tx => attack(tx, by, of))

/** Has `late` open a transaction and wait, `early` do its own from beginning to end, and then `late` go on. */
async function meanwhile(
  [attack, by, of]: readonly [Attack, MadeUser, MadeUser],
  early: () => Promise<unknown>,
) {
  return runInTenant(by.context, async tx => {
    await early()
    return attack(tx, by, of)
  })
}

beforeEach(async () => {
  tenant = await makeTenant()
  association = (await makeAssociation(tenant)).id
})

describe('somebody who decides about access', () => {
  it.each([
    ['limit', limit],
    ['suspend', suspend],
    ['demote', demote],
    ['deny', deny('user:permit')],
  ])('is left when one admin can %s another who has begun to do the same', async (_, attack) => {
    const [one, two] = [await makeAdmin(), await makeAdmin()]
    const late = await meanwhile([attack, two, one], async () =>
      expect(await alone(attack, one, two)).toMatchObject({ ok: true }),
    )
    expect(late).toMatchObject({ ok: false, reason: 'forbidden' })
    expect(await asSystem(hasAdmin)).toBe(true)
    // Who is left can put right what was done.
    const undone = await runInTenant(one.context, tx =>
      attack === limit
        ? limitAssociations(tx, one.actor, { userId: two.actor.userId, scope: 'all', associationIds: [] })
        : restorePerson(tx, one.actor, { userId: two.actor.userId }),
    )
    expect(undone).toMatchObject({ ok: true })
  })

  it('is left when two admins go at each other at once', async () => {
    const [one, two] = [await makeAdmin(), await makeAdmin()]
    const results = await Promise.all([alone(limit, one, two), alone(limit, two, one)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await asSystem(hasAdmin)).toBe(true)
  })

  it('is no admin who is limited to some associations', async () => {
    await makeAdmin('chosen')
    const last = await makeAdmin()
    const invited = await makeUser(tenant)
    for (const attack of [limit, suspend, demote])
      expect(await alone(attack, invited, last)).toMatchObject({ ok: false, reason: 'last_admin' })
  })
})

describe('a right that is lost while a request is open', () => {
  it.each([
    ['what it needs', deny('user:invite'), suspend],
    ['the role', demote, suspend],
    ['the sight of all associations', limit, deny('user:permit')],
  ])('decides nothing any more: %s', async (_, loss, attack) => {
    const [first, actor, third] = [await makeAdmin(), await makeAdmin(), await makeAdmin()]
    const late = await meanwhile([attack, actor, third], async () =>
      expect(await alone(loss, first, actor)).toMatchObject({ ok: true }),
    )
    expect(late).toMatchObject({ ok: false, reason: 'forbidden' })
    expect(await alone(attack, first, third)).toMatchObject({ ok: true })
  })

  it('does not come of changes to others', async () => {
    const [first, actor, third] = [await makeAdmin(), await makeAdmin(), await makeAdmin()]
    const late = await meanwhile([demote, actor, third], () => alone(limit, first, third))
    expect(late).toMatchObject({ ok: true })
  })
})
