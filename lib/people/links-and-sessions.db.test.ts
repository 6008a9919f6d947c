import { beforeAll, describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { createSignInLink } from '@/lib/auth/create-sign-in-link'
import { peekSignInLink } from '@/lib/auth/peek-sign-in-link'
import { inTenant } from '@/lib/db/in-tenant'
import { restoreAccess } from '@/lib/homeowners/restore-access'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { changePassword } from './change-password'
import { restorePerson } from './restore-person'
import { suspendPerson } from './suspend-person'

testDatabase()

let tenant: MadeTenant
let admin: MadeUser

const asSystem = <T>(work: Parameters<typeof inTenant<T>>[1]) =>
  inTenant({ tenantId: tenant.id, system: 'test' }, work)
const linkFor = async (user: MadeUser) =>
  (await asSystem(tx => createSignInLink(tx, { userId: user.actor.userId, purpose: 'sign-in' }))).token
const isGood = async (token: string) => (await asSystem(tx => peekSignInLink(tx, token))) !== null
const stateOf = (user: MadeUser) => inTenant(user.context, async (_, answer) => answer)
const suspend = ({ actor: { userId } }: MadeUser) =>
  runInTenant(admin.context, tx => suspendPerson(tx, admin.actor, { userId }))

describe('what was out before', () => {
  beforeAll(async () => {
    tenant = await makeTenant()
    admin = await makeUser(tenant)
    const emailVerifiedAt = new Date()
    await asSystem(tx => tx.user.updateMany({ where: { id: admin.actor.userId }, data: { emailVerifiedAt } }))
  })

  it('does not come back with a person’s access', async () => {
    const user = await makeUser(tenant, { role: 'staff' })
    const token = await linkFor(user)
    await suspend(user)
    const { userId } = user.actor
    expect(await runInTenant(admin.context, tx => restorePerson(tx, admin.actor, { userId }))).toMatchObject({
      ok: true,
    })
    expect(await isGood(token)).toBe(false)
    expect(await stateOf(user)).toMatchObject({ state: 'revoked' })
  })

  it('does not come back with a homeowner’s, whoever took it away', async () => {
    const user = await makeUser(tenant, { role: 'homeowner' })
    const { id: homeownerId } = await makeHomeowner(tenant, { userId: user.actor.userId })
    const token = await linkFor(user)
    await suspend(user)
    const restored = await runInTenant(admin.context, tx => restoreAccess(tx, admin.actor, { homeownerId }))
    expect(restored).toMatchObject({ ok: true })
    expect(await isGood(token)).toBe(false)
    expect(await stateOf(user)).toMatchObject({ state: 'revoked' })
  })

  it('ends when a person changes their password', async () => {
    for (const role of ['staff', 'homeowner'] as const) {
      const user = await makeUser(tenant, { role })
      const token = await linkFor(user)
      const password = 'otter-canal-maple-91'
      expect(
        await runInTenant(user.context, tx => changePassword(tx, user.actor, { current: '', password })),
      ).toMatchObject({ ok: true })
      expect(await isGood(token)).toBe(false)
    }
  })
})
