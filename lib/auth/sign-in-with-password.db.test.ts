import { verify } from '@node-rs/argon2'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import type { DirectoryEntry } from '@/lib/tenancy/directory-entry'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { hashPassword } from './hash-password'
import { signInWithPassword } from './sign-in-with-password'

vi.mock('@node-rs/argon2', async original => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify) }
})

testDatabase()

const device = { address: 'direct', userAgent: 'test' }
const right = 'otter-canal-maple-91'
const email = 'maria@both.example'
let here: DirectoryEntry
let there: DirectoryEntry

async function makeCompany(password: string): Promise<DirectoryEntry> {
  const made = await makeTenant()
  const passwordHash = await hashPassword(password)
  await inTenant({ tenantId: made.id, system: 'test' }, async tx => {
    await tx.user.create({ data: { email, name: 'Maria', role: 'manager', passwordHash } })
    await tx.user.create({
      data: { email: 'sue@gone.example', name: 'Sue', role: 'staff', passwordHash, suspendedAt: new Date() },
    })
    await tx.user.create({ data: { email: 'link@only.example', name: 'Lin', role: 'homeowner' } })
  })
  return { ...made, name: made.slug, status: 'active', domain: null }
}

const attempt = (tenant: DirectoryEntry, who: string, password: string) =>
  signInWithPassword(tenant, { email: who, password }, device)

describe('signInWithPassword', () => {
  beforeAll(async () => {
    here = await makeCompany(right)
    there = await makeCompany('quiet-lantern-orbit-17')
  })

  it('starts a session that says how and from where, and writes it into the audit log', async () => {
    const result = await attempt(here, email, right)
    if (!result.ok) throw new Error(result.reason)
    const context = { tenantId: here.id, system: 'test' }
    const [session, entry] = await inTenant(context, async tx => [
      await tx.session.findFirst({ where: { id: result.value.sessionId }, include: { user: true } }),
      await tx.auditEntry.findFirst({ where: { action: 'session:started' } }),
    ])
    expect(session).toMatchObject({ method: 'password', userAgent: 'test', user: { email } })
    expect(entry).toMatchObject({ subjectId: session?.userId, via: 'sign-in' })
  })

  it('keeps the same address in two companies apart', async () => {
    expect(await attempt(there, email, right)).toMatchObject({ ok: false, reason: 'wrong_credentials' })
    expect(await attempt(there, email, 'quiet-lantern-orbit-17')).toMatchObject({ ok: true })
  })

  it('answers alike for a wrong password, an unknown address and an account without a password', async () => {
    const answers = await Promise.all([
      attempt(here, email, 'wrong-password-1'),
      attempt(here, 'nobody@nowhere.example', right),
      attempt(here, 'link@only.example', right),
      attempt(here, 'sue@gone.example', 'wrong-password-1'),
    ])
    expect(new Set(answers.map(answer => JSON.stringify(answer)))).toHaveProperty('size', 1)
    expect(answers[0]).toMatchObject({ ok: false, reason: 'wrong_credentials' })
  })

  it('compares a hash for an unknown address as for a known one, so that both take as long', async () => {
    for (const who of [email, 'nobody@nowhere.example', 'link@only.example']) {
      vi.mocked(verify).mockClear()
      await attempt(here, who, 'wrong-password-2')
      expect(vi.mocked(verify), who).toHaveBeenCalledTimes(1)
    }
  })

  it('tells only somebody who knows the password that they are suspended', async () => {
    expect(await attempt(here, 'sue@gone.example', right)).toMatchObject({ ok: false, reason: 'suspended' })
  })

  it('lets ten of twenty guesses made at once through, and the right password not among the rest', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, at) => attempt(there, 'link@only.example', `guess-number-${at}`)),
    )
    const reasons = guesses.map(guess => (guess.ok ? 'in' : guess.reason))
    expect(reasons.filter(reason => reason === 'wrong_credentials')).toHaveLength(10)
    expect(reasons.filter(reason => reason === 'too_many')).toHaveLength(10)
    const [refused] = guesses.filter(guess => !guess.ok && guess.reason === 'too_many')
    expect(refused).toMatchObject({ message: expect.stringMatching(/Try again in \d+ (second|minute)s?\./) })
  })

  it('forgets failures once the right password is given', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let guess = 0; guess < 8; guess += 1) await attempt(there, email, `wrong-${round}-${guess}`)
      expect(await attempt(there, email, 'quiet-lantern-orbit-17')).toMatchObject({ ok: true })
    }
  })
})
