import { beforeAll, describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { readOpened } from './actor'
import { authOptions } from './auth-options'
import { endSessions } from './end-sessions'
import { listSessions } from './list-sessions'

testDatabase()

let here: MadeTenant
let there: MadeTenant

const open = (context: MadeUser['context']) =>
  inTenant(context, async (_, answer) => readOpened(context.tenantId, answer))

const change = (user: MadeUser, data: { revokedAt?: Date; expiresAt?: Date; lastSeenAt?: Date }) =>
  inTenant({ tenantId: user.context.tenantId, system: 'test' }, tx =>
    tx.session.updateMany({ where: { id: user.context.sessionId }, data }),
  )

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

describe('a session', () => {
  beforeAll(async () => {
    here = await makeTenant()
    there = await makeTenant()
  })

  it('stops counting when it is revoked or expired', async () => {
    const [revoked, expired] = [await makeUser(here), await makeUser(here)]
    await change(revoked, { revokedAt: new Date() })
    await change(expired, { expiresAt: hoursAgo(1) })
    expect(await open(revoked.context)).toMatchObject({ state: 'revoked', actor: null })
    expect(await open(expired.context)).toMatchObject({ state: 'expired', actor: null })
  })

  it('ends after twelve idle hours for the company’s own people, not for homeowners', async () => {
    const [staff, homeowner] = [
      await makeUser(here, { role: 'staff' }),
      await makeUser(here, { role: 'homeowner' }),
    ]
    for (const user of [staff, homeowner]) await change(user, { lastSeenAt: hoursAgo(11.9) })
    expect([(await open(staff.context)).state, (await open(homeowner.context)).state]).toEqual([
      'signed-in',
      'signed-in',
    ])
    for (const user of [staff, homeowner]) await change(user, { lastSeenAt: hoursAgo(12.1) })
    expect(await open(staff.context)).toMatchObject({ state: 'expired', actor: null })
    expect((await open(homeowner.context)).state).toBe('signed-in')
  })

  it('answers suspended, and takes a new role, with the very next request', async () => {
    const user = await makeUser(here, { role: 'manager' })
    const update = (data: { suspendedAt?: Date; role?: string }) =>
      inTenant({ tenantId: here.id, system: 'test' }, tx =>
        tx.user.updateMany({ where: { id: user.actor.userId }, data }),
      )
    await update({ role: 'agent' })
    const { actor } = await open(user.context)
    expect(actor?.role).toBe('agent')
    expect(actor?.permissions.has('unit:write')).toBe(false)
    await update({ suspendedAt: new Date() })
    expect(await open(user.context)).toMatchObject({ state: 'suspended', actor: null })
  })

  it('means nothing in another tenant', async () => {
    const user = await makeUser(here)
    const stolen = { tenantId: there.id, sessionId: user.context.sessionId }
    expect(await open(stolen)).toMatchObject({ state: 'revoked', actor: null })
  })

  it('is listed and ended by its own person alone', async () => {
    const [mine, theirs] = [
      await makeUser(here, { role: 'homeowner' }),
      await makeUser(here, { role: 'homeowner' }),
    ]
    const [listed, ended] = await inTenant(mine.context, async tx => [
      await listSessions(tx, { id: theirs.actor.userId, role: 'homeowner' }),
      await endSessions(tx, mine.actor, { userId: theirs.actor.userId }),
    ])
    expect([listed, ended]).toEqual([[], 0])
    expect((await open(theirs.context)).state).toBe('signed-in')
    const own = await inTenant(mine.context, tx =>
      listSessions(tx, { id: mine.actor.userId, role: 'homeowner' }),
    )
    expect(own.map(session => session.id)).toEqual([mine.context.sessionId])
    await inTenant(mine.context, tx => endSessions(tx, mine.actor, { userId: mine.actor.userId }))
    expect((await open(mine.context)).state).toBe('revoked')
  })
})

describe('the token', () => {
  it('carries the session row and the tenant, and nothing else', async () => {
    const { callbacks, cookies } = authOptions()
    const user = { id: 'sid', tid: 'tid', name: 'Maria', email: 'maria@lakeside.example' }
    const token = await callbacks?.jwt?.({ token: { name: 'Maria', sub: 'x' }, user, account: null })
    expect(token).toEqual({ sid: 'sid', tid: 'tid' })
    for (const cookie of Object.values(cookies ?? {}))
      expect(cookie?.options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: false })
  })

  it('goes with redirects to the same host only', async () => {
    const redirect = authOptions().callbacks?.redirect
    const baseUrl = 'https://acme.example'
    expect(await redirect?.({ url: '/manage', baseUrl })).toBe(`${baseUrl}/manage`)
    expect(await redirect?.({ url: `${baseUrl}/manage`, baseUrl })).toBe(`${baseUrl}/manage`)
    for (const url of ['https://evil.example/', '//evil.example', 'https://acme.example.evil.example/'])
      expect(await redirect?.({ url, baseUrl })).toBe(`${baseUrl}/`)
  })
})
