import { describe, expect, it } from 'vitest'
import { type PendingAdmin, readAdmin, readPendingAdmin } from '@/lib/auth/admin-actor'
import { hashPassword } from '@/lib/auth/hash-password'
import { signInAdmin } from '@/lib/auth/sign-in-admin'
import { asPlatform } from '@/lib/db/as-platform'
import { testDatabase } from '@/lib/testing/create-test-database'
import { confirmEnrolment } from './confirm-enrolment'
import { openFactorKey } from './factor-key'
import { passFactor } from './pass-factor'
import { startEnrolment } from './start-enrolment'
import { codeOf, fromBase32, stepAt } from './totp'

testDatabase()

const password = 'otter-canal-maple-91'
const device = { address: '192.0.2.1', userAgent: 'a test' }
let made = 0

async function makePerson() {
  const email = `factor-${++made}@portico.test`
  const passwordHash = await hashPassword(password)
  const row = await asPlatform(tx =>
    tx.platformAdmin.create({ data: { email, name: 'Ada Admin', role: 'owner', passwordHash } }),
  )
  return { id: row.id, email }
}

/** Gives the password; what comes of it waits for the second factor. */
async function begin(email: string): Promise<PendingAdmin> {
  const signedIn = await signInAdmin({ email, password }, device)
  if (!signedIn.ok) throw new Error(signedIn.message)
  const pending = await asPlatform(tx => readPendingAdmin(tx, signedIn.value.sessionId))
  if (!pending) throw new Error('nobody waits')
  return pending
}

const isAdmin = async (pending: PendingAdmin) =>
  (await asPlatform(tx => readAdmin(tx, pending.sessionId))) !== null

const minutes = (count: number, from = new Date()) => new Date(from.getTime() + count * 60_000)

async function enrolled() {
  const person = await makePerson()
  const pending = await begin(person.email)
  const enrolment = await asPlatform(tx => startEnrolment(tx, pending))
  const key = fromBase32(enrolment?.key ?? '')
  // Enrolled a while ago, so that the codes of now are all unused.
  const then = minutes(-5)
  const done = await confirmEnrolment(pending, {
    code: codeOf(key, stepAt(then)),
    address: 'direct',
    now: then,
  })
  if (!done.ok) throw new Error(done.message)
  return { ...person, key, codes: done.value.codes, pending }
}

const codeAt = (key: Uint8Array, now: Date) => codeOf(key, stepAt(now))

describe('a platform admin’s second factor', () => {
  it('stands between the password and everything else', async () => {
    const { email, key } = await enrolled()
    const pending = await begin(email)
    expect(await isAdmin(pending)).toBe(false)
    const now = new Date()
    const passed = await passFactor(pending, { code: codeAt(key, now), address: '192.0.2.1', now })
    expect(passed.ok).toBe(true)
    expect(await isAdmin(pending)).toBe(true)
    expect(await asPlatform(tx => readPendingAdmin(tx, pending.sessionId))).toBeNull()
    const entry = await asPlatform(tx =>
      tx.platformAuditEntry.findFirst({ where: { adminId: pending.adminId }, orderBy: { at: 'desc' } }),
    )
    expect(entry).toMatchObject({
      action: 'session:started',
      detail: { method: 'code', address: '192.0.2.1' },
    })
  })

  it('is set up at the first sign-in, with a key that stays the same until it is confirmed', async () => {
    const { email } = await makePerson()
    const pending = await begin(email)
    expect(pending.enrolled).toBe(false)
    const [first, again] = [
      await asPlatform(tx => startEnrolment(tx, pending)),
      await asPlatform(tx => startEnrolment(tx, pending)),
    ]
    expect(again).toEqual(first)
    const now = new Date()
    const early = { code: codeAt(fromBase32(first?.key ?? ''), now), address: 'direct', now }
    expect(await passFactor(pending, early)).toMatchObject({ ok: false, reason: 'signed_out' })
    expect(await isAdmin(pending)).toBe(false)
    expect(await confirmEnrolment(pending, early)).toMatchObject({ ok: true })
    expect(await isAdmin(pending)).toBe(true)
    expect(await asPlatform(tx => startEnrolment(tx, pending))).toBeNull()
  })

  it('keeps its key sealed for this admin alone', async () => {
    const [ours, theirs] = [await enrolled(), await enrolled()]
    const row = await asPlatform(tx => tx.platformAdmin.findUniqueOrThrow({ where: { id: ours.id } }))
    expect(openFactorKey(ours.id, row.factorSecret ?? '')).toEqual(ours.key)
    expect(() => openFactorKey(theirs.id, row.factorSecret ?? '')).toThrow()
    expect(
      JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toMatch(new RegExp(ours.key.toString('hex')))
  })

  it('accepts a code once, also of those who send it at once, and none before it', async () => {
    const { email, key } = await enrolled()
    const now = new Date()
    const waiting = await Promise.all([begin(email), begin(email), begin(email)])
    const given = { code: codeAt(key, now), address: 'direct', now }
    const answers = await Promise.all(waiting.map(pending => passFactor(pending, given)))
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    const late = await begin(email)
    expect(await passFactor(late, given)).toMatchObject({ ok: false, reason: 'code_used' })
    const before = { ...given, code: codeOf(key, stepAt(now) - 1) }
    expect(await passFactor(late, before)).toMatchObject({ ok: false, reason: 'code_used' })
    const next = { ...given, code: codeOf(key, stepAt(now) + 1) }
    expect(await passFactor(late, next)).toMatchObject({ ok: true })
  })

  it('is passed by each recovery code once', async () => {
    const { email, codes } = await enrolled()
    expect(new Set(codes).size).toBe(10)
    const [code = '', second = ''] = codes
    const now = new Date()
    const waiting = await Promise.all([begin(email), begin(email)])
    const answers = await Promise.all(
      waiting.map(pending => passFactor(pending, { code, address: 'direct', now })),
    )
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    const other = await enrolled()
    const theirs = await begin(other.email)
    expect(await passFactor(theirs, { code: second, address: 'direct', now })).toMatchObject({
      reason: 'wrong_code',
    })
    const actions = await asPlatform(tx =>
      tx.platformAuditEntry.count({ where: { action: 'recovery-code:used' } }),
    )
    expect(actions).toBe(1)
  })

  it('rests after ten wrong codes, whatever the session', async () => {
    const { email, key } = await enrolled()
    const now = new Date()
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const code = codeOf(key, stepAt(now) + 5 + attempt)
      const refused = await passFactor(await begin(email), { code, address: 'direct', now })
      expect(refused).toMatchObject({ ok: false, reason: 'wrong_code' })
    }
    const right = { code: codeAt(key, now), address: 'direct', now }
    expect(await passFactor(await begin(email), right)).toMatchObject({ ok: false, reason: 'too_many' })
  })

  it('does not help a session that ended, or whose ten minutes are over', async () => {
    const { email, key } = await enrolled()
    const [ended, slow] = [await begin(email), await begin(email)]
    await asPlatform(tx =>
      tx.platformAdminSession.update({ where: { id: ended.sessionId }, data: { revokedAt: new Date() } }),
    )
    const now = new Date()
    const given = { code: codeAt(key, now), address: 'direct', now }
    expect(await passFactor(ended, given)).toMatchObject({ ok: false, reason: 'signed_out' })
    const later = minutes(11)
    const late = { code: codeAt(key, later), address: 'direct', now: later }
    expect(await passFactor(slow, late)).toMatchObject({ ok: false, reason: 'signed_out' })
  })

  it('notes that an admin is still there', async () => {
    const { pending } = await enrolled()
    const where = { id: pending.sessionId }
    await asPlatform(tx =>
      tx.platformAdminSession.update({
        where,
        data: { lastSeenAt: minutes(-6), expiresAt: minutes(60) },
      }),
    )
    expect(await isAdmin(pending)).toBe(true)
    const { lastSeenAt } = await asPlatform(tx => tx.platformAdminSession.findUniqueOrThrow({ where }))
    expect(Date.now() - lastSeenAt.getTime()).toBeLessThan(60_000)
  })
})
