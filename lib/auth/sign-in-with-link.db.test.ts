import { beforeAll, describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import type { DirectoryEntry } from '@/lib/tenancy/directory-entry'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { readOpened } from './actor'
import { createSignInLink, hashToken, type LinkPurpose } from './create-sign-in-link'
import { peekSignInLink } from './peek-sign-in-link'
import { signInWithLink } from './sign-in-with-link'
import { verifyPassword } from './verify-password'

testDatabase()

const device = { address: 'direct', userAgent: 'test' }
const good = 'otter-canal-maple-91'
let tenant: DirectoryEntry
let other: DirectoryEntry

const inSystem = <T>(work: Parameters<typeof inTenant<T>>[1]) =>
  inTenant({ tenantId: tenant.id, system: 'test' }, work)

const linkFor = async (user: MadeUser, purpose: LinkPurpose, expiresInMinutes?: number) =>
  (await inSystem(tx => createSignInLink(tx, { userId: user.actor.userId, purpose, expiresInMinutes }))).token

const stateOf = async ({ context }: MadeUser) =>
  inTenant(context, async (_, answer) => readOpened(tenant.id, answer).state)

describe('signInWithLink', () => {
  beforeAll(async () => {
    const made = [await makeTenant(), await makeTenant()]
    const entries = made.map(one => ({ ...one, name: one.slug, status: 'active' as const }))
    ;[tenant, other] = entries as [DirectoryEntry, DirectoryEntry]
  })

  it('keeps only a hash of the token', async () => {
    const token = await linkFor(await makeUser(tenant), 'sign-in')
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const rows = await inSystem(tx => tx.signInLink.findMany())
    expect(rows.map(row => row.tokenHash)).toContain(hashToken(token))
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('signs one in of twenty who press at once', async () => {
    const user = await makeUser(tenant, { role: 'homeowner' })
    const token = await linkFor(user, 'sign-in')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => signInWithLink(tenant, { token }, device)),
    )
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(answers.filter(answer => !answer.ok && answer.reason === 'link_spent')).toHaveLength(19)
    const sessions = await inSystem(tx =>
      tx.session.count({ where: { userId: user.actor.userId, method: 'link' } }),
    )
    expect(sessions).toBe(1)
  })

  it('is not spent by looking at it', async () => {
    const token = await linkFor(await makeUser(tenant, { name: 'Nora' }), 'sign-in')
    for (let look = 0; look < 3; look += 1)
      expect(await inSystem(tx => peekSignInLink(tx, token))).toMatchObject({
        name: 'Nora',
        purpose: 'sign-in',
      })
    expect(await signInWithLink(tenant, { token }, device)).toMatchObject({ ok: true })
    expect(await inSystem(tx => peekSignInLink(tx, token))).toBeNull()
  })

  it('ends the other links for the same purpose when one is used', async () => {
    const user = await makeUser(tenant)
    const [first, second] = [await linkFor(user, 'sign-in'), await linkFor(user, 'sign-in')]
    expect(await signInWithLink(tenant, { token: second }, device)).toMatchObject({ ok: true })
    expect(await signInWithLink(tenant, { token: first }, device)).toMatchObject({ reason: 'link_spent' })
  })

  it('refuses an expired link, a made-up one, another tenant’s and one of a suspended person', async () => {
    const user = await makeUser(tenant)
    const expired = await linkFor(user, 'sign-in', -1)
    const fresh = await linkFor(user, 'sign-in')
    const suspended = await makeUser(tenant)
    const theirs = await linkFor(suspended, 'sign-in')
    await inSystem(tx =>
      tx.user.updateMany({ where: { id: suspended.actor.userId }, data: { suspendedAt: new Date() } }),
    )
    const refused = [
      await signInWithLink(tenant, { token: expired }, device),
      await signInWithLink(tenant, { token: 'made-up' }, device),
      await signInWithLink(other, { token: fresh }, device),
      await signInWithLink(tenant, { token: theirs }, device),
    ]
    expect(refused.map(answer => !answer.ok && answer.reason)).toEqual(Array(4).fill('link_spent'))
    expect(await signInWithLink(tenant, { token: fresh }, device)).toMatchObject({ ok: true })
  })

  it('takes up an invitation with a password or without', async () => {
    const [one, two] = [await makeUser(tenant), await makeUser(tenant)]
    const token = await linkFor(one, 'invitation')
    expect(await signInWithLink(tenant, { token, password: 'password12' }, device)).toMatchObject({
      reason: 'weak_password',
      fields: { password: expect.any(String) },
    })
    expect(await signInWithLink(tenant, { token, password: good }, device)).toMatchObject({ ok: true })
    const without = await linkFor(two, 'invitation')
    expect(await signInWithLink(tenant, { token: without }, device)).toMatchObject({ ok: true })
    const users = await inSystem(tx =>
      tx.user.findMany({
        where: { id: { in: [one.actor.userId, two.actor.userId] } },
        orderBy: { id: 'asc' },
      }),
    )
    expect(users.map(user => user.emailVerifiedAt !== null)).toEqual([true, true])
    expect(await verifyPassword(users[0]?.passwordHash ?? null, good)).toBe(true)
    expect(users[1]?.passwordHash).toBeNull()
  })

  it('wants a password for a reset and then signs every other device out', async () => {
    const user = await makeUser(tenant)
    const token = await linkFor(user, 'reset')
    expect(await signInWithLink(tenant, { token }, device)).toMatchObject({ reason: 'invalid' })
    expect(await stateOf(user)).toBe('signed-in')
    expect(await signInWithLink(tenant, { token, password: good }, device)).toMatchObject({ ok: true })
    expect(await stateOf(user)).toBe('revoked')
  })

  it('sets no password by a link that is for signing in', async () => {
    const user = await makeUser(tenant)
    const token = await linkFor(user, 'sign-in')
    expect(await signInWithLink(tenant, { token, password: good }, device)).toMatchObject({ ok: true })
    const row = await inSystem(tx => tx.user.findFirst({ where: { id: user.actor.userId } }))
    expect(row?.passwordHash).toBeNull()
  })
})

describe('links that are still out', () => {
  it('end with a new password, whatever they are for', async () => {
    for (const purpose of ['reset', 'invitation'] as const) {
      const user = await makeUser(tenant, { role: 'homeowner' })
      const [older, token] = [await linkFor(user, 'sign-in'), await linkFor(user, purpose)]
      expect(await signInWithLink(tenant, { token, password: good }, device)).toMatchObject({ ok: true })
      expect(await signInWithLink(tenant, { token: older }, device)).toMatchObject({ reason: 'link_spent' })
    }
  })
})
