import { describe, expect, it } from 'vitest'
import { acceptAdminLink } from '@/lib/auth/accept-admin-link'
import { type AdminActor, readAdmin, readPendingAdmin } from '@/lib/auth/admin-actor'
import { hashToken } from '@/lib/auth/create-sign-in-link'
import { asPlatform } from '@/lib/db/as-platform'
import { mapDatabaseError } from '@/lib/db/map-error'
import { newId } from '@/lib/db/new-id'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { changeAdminRole } from './change-admin-role'
import { sealFactorKey } from './factor-key'
import { inviteAdmin } from './invite-admin'
import { listAdminSessions } from './list-admin-sessions'
import { readAdminPerson } from './read-admin-person'
import { renewFactor, renewRecoveryCodes } from './renew-factor'
import { resendInvitation } from './resend-invitation'
import { resetFactor } from './reset-factor'
import { restoreAdmin } from './restore-admin'
import { signAdminOut } from './sign-admin-out'
import { suspendAdmin } from './suspend-admin'
import { codeOf, stepAt } from './totp'

testDatabase()

const device = { address: 'direct', userAgent: 'a test' }
const isIn = async ({ sessionId }: AdminActor) => (await asPlatform(tx => readAdmin(tx, sessionId))) !== null

/** Runs an act as an action would: a broken constraint becomes its refusal. */
async function act<T>(work: Parameters<typeof asPlatform<T>>[0]) {
  try {
    return await asPlatform(work)
  } catch (error) {
    const refusal = mapDatabaseError(error)
    if (refusal) return refusal
    throw error
  }
}

const actions = async (by: AdminActor) =>
  (
    await asPlatform(tx =>
      tx.platformAuditEntry.findMany({ where: { adminId: by.adminId }, orderBy: { id: 'asc' } }),
    )
  ).map(entry => entry.action)

async function leaveOnly(...kept: AdminActor[]) {
  const data = { role: 'support' }
  const notIn = kept.map(each => each.adminId)
  await asPlatform(tx => tx.platformAdmin.updateMany({ where: { id: { notIn }, role: 'owner' }, data }))
}

async function enrolledAdmin() {
  const admin = await makeAdmin()
  const key = Buffer.from('12345678901234567890')
  await asPlatform(tx =>
    tx.platformAdmin.update({
      where: { id: admin.adminId },
      data: { factorSecret: sealFactorKey(admin.adminId, key), factorEnrolledAt: new Date() },
    }),
  )
  return { admin, key }
}

describe('inviting an admin', () => {
  it('ends with a password, and a session that waits for its second factor', async () => {
    const owner = await makeAdmin()
    const invited = await act(tx =>
      inviteAdmin(tx, owner, { name: 'Noor', email: 'noor@portico.test', role: 'support' }),
    )
    if (!invited.ok) throw new Error(invited.message)
    const adminId = invited.value.id
    const jobs = await asPlatform(
      tx => tx.$queryRaw<{ name: string }[]>`select name from jobs.job where name = 'admin-mail'`,
    )
    expect(jobs.length).toBeGreaterThan(0)
    const token = newId()
    await asPlatform(tx =>
      tx.platformAdminLink.updateMany({ where: { adminId }, data: { tokenHash: hashToken(token) } }),
    )
    expect(await acceptAdminLink({ token, password: 'portico-noor' }, device)).toMatchObject({
      reason: 'weak_password',
    })
    const password = 'otter-canal-maple-91'
    const answers = await Promise.all([1, 2].map(() => acceptAdminLink({ token, password }, device)))
    const [accepted] = answers.filter(answer => answer.ok)
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    const sessionId = accepted?.ok ? accepted.value.sessionId : null
    expect(await asPlatform(tx => readAdmin(tx, sessionId))).toBeNull()
    expect(await asPlatform(tx => readPendingAdmin(tx, sessionId))).toMatchObject({
      name: 'Noor',
      enrolled: false,
    })
    expect(await act(tx => resendInvitation(tx, owner, { adminId }))).toMatchObject({ reason: 'not_found' })
  })

  it('is refused for an address that is one already', async () => {
    const [owner, other] = [await makeAdmin(), await makeAdmin()]
    const again = { name: 'Twin', email: other.email, role: 'support' as const }
    expect(await act(tx => inviteAdmin(tx, owner, again))).toMatchObject({
      reason: 'taken',
      fields: { email: expect.any(String) },
    })
  })

  it('sent again spoils the link before', async () => {
    const owner = await makeAdmin()
    const invited = await act(tx =>
      inviteAdmin(tx, owner, { name: 'Ola', email: 'ola@portico.test', role: 'billing' }),
    )
    const adminId = invited.ok ? invited.value.id : ''
    const token = newId()
    await asPlatform(tx =>
      tx.platformAdminLink.updateMany({ where: { adminId }, data: { tokenHash: hashToken(token) } }),
    )
    await act(tx => resendInvitation(tx, owner, { adminId }))
    expect(await acceptAdminLink({ token, password: 'otter-canal-maple-91' }, device)).toMatchObject({
      reason: 'link_spent',
    })
    expect(await actions(owner)).toEqual(['admin:invited', 'admin:invited-again'])
  })
})

describe('the last owner', () => {
  it('stays, and nobody changes their own rights', async () => {
    const [owner, helper] = [await makeAdmin(), await makeAdmin({ role: 'support' })]
    await leaveOnly(owner)
    const adminId = owner.adminId
    expect(await act(tx => changeAdminRole(tx, helper, { adminId, role: 'billing' }))).toMatchObject({
      reason: 'last_owner',
    })
    expect(await act(tx => suspendAdmin(tx, helper, { adminId }))).toMatchObject({ reason: 'last_owner' })
    expect(await act(tx => suspendAdmin(tx, owner, { adminId }))).toMatchObject({ reason: 'own_rights' })
    expect(await act(tx => resetFactor(tx, owner, { adminId }))).toMatchObject({ reason: 'own_rights' })
    expect(await isIn(owner)).toBe(true)
  })

  it('is not lost when two owners shut each other out at once', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [one, two] = [await makeAdmin(), await makeAdmin()]
      await leaveOnly(one, two)
      const answers = await Promise.all([
        act(tx => suspendAdmin(tx, one, { adminId: two.adminId })),
        act(tx => changeAdminRole(tx, two, { adminId: one.adminId, role: 'support' })),
      ])
      expect(answers.filter(answer => answer.ok)).toHaveLength(1)
      const left = await asPlatform(tx =>
        tx.platformAdmin.count({ where: { role: 'owner', suspendedAt: null } }),
      )
      expect(left).toBe(1)
    }
  })

  it('is not somebody who was invited and never came', async () => {
    const owner = await makeAdmin()
    await leaveOnly(owner)
    await act(tx => inviteAdmin(tx, owner, { name: 'Eli', email: 'eli@portico.test', role: 'owner' }))
    const data = { role: 'billing' }
    await expect(
      asPlatform(tx => tx.platformAdmin.update({ where: { id: owner.adminId }, data })),
    ).rejects.toThrow(/last owner/)
  })
})

describe('an admin’s access', () => {
  it('ends with a suspension at once, and comes back by being restored', async () => {
    const [owner, other] = [await makeAdmin(), await makeAdmin({ role: 'billing' })]
    const adminId = other.adminId
    expect((await act(tx => suspendAdmin(tx, owner, { adminId }))).ok).toBe(true)
    expect(await isIn(other)).toBe(false)
    expect((await act(tx => restoreAdmin(tx, owner, { adminId }))).ok).toBe(true)
    expect(await isIn(other)).toBe(false)
    expect(await actions(owner)).toEqual(['admin:suspended', 'admin:restored'])
  })

  it('ends on one device, or all', async () => {
    const [owner, other] = [await makeAdmin(), await makeAdmin({ role: 'billing' })]
    const adminId = other.adminId
    expect(await asPlatform(tx => listAdminSessions(tx, adminId, new Date()))).toHaveLength(1)
    expect((await act(tx => signAdminOut(tx, owner, { adminId, sessionId: owner.sessionId }))).ok).toBe(false)
    expect(await isIn(owner)).toBe(true)
    expect((await act(tx => signAdminOut(tx, owner, { adminId }))).ok).toBe(true)
    expect(await isIn(other)).toBe(false)
  })

  it('starts anew with a second factor when another owner reset it', async () => {
    const { admin: other } = await enrolledAdmin()
    const owner = await makeAdmin()
    expect((await act(tx => resetFactor(tx, owner, { adminId: other.adminId }))).ok).toBe(true)
    expect(await isIn(other)).toBe(false)
    const person = await asPlatform(tx => readAdminPerson(tx, other.adminId))
    expect(person).toMatchObject({ enrolled: false, state: 'active' })
    expect(await actions(owner)).toEqual(['factor:reset'])
  })
})

describe('one’s own second factor', () => {
  it('is replaced only with a code of the present one, and this session then waits', async () => {
    const { admin, key } = await enrolledAdmin()
    const now = new Date()
    const wrong = { code: codeOf(key, stepAt(now) + 9), now }
    expect(await asPlatform(tx => renewFactor(tx, admin, wrong))).toMatchObject({ reason: 'wrong_code' })
    expect(await isIn(admin)).toBe(true)
    const right = { code: codeOf(key, stepAt(now)), now }
    const codes = await asPlatform(tx => renewRecoveryCodes(tx, admin, right))
    expect(codes).toMatchObject({ ok: true })
    expect(await asPlatform(tx => renewFactor(tx, admin, right))).toMatchObject({ reason: 'code_used' })
    const next = { code: codeOf(key, stepAt(now) + 1), now }
    expect((await asPlatform(tx => renewFactor(tx, admin, next))).ok).toBe(true)
    expect(await isIn(admin)).toBe(false)
    expect(await asPlatform(tx => readPendingAdmin(tx, admin.sessionId))).toMatchObject({ enrolled: false })
    const left = await asPlatform(tx =>
      tx.platformAdminRecoveryCode.count({ where: { adminId: admin.adminId } }),
    )
    expect(left).toBe(0)
  })
})
