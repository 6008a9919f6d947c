import { beforeAll, describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { signInWithLink } from '@/lib/auth/sign-in-with-link'
import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { invitePerson } from './invite-person'
import { requestLink } from './request-link'
import { resendInvitation } from './resend-invitation'

testDatabase()

let tenant: MadeTenant
let admin: MadeUser

const inSystem = <T>(work: (tx: TenantTx) => Promise<T>) =>
  inTenant({ tenantId: tenant.id, system: 'test' }, work)
const messagesTo = (email: string) =>
  inSystem(tx => tx.message.findMany({ where: { recipient: email }, orderBy: { id: 'asc' } }))
const secretsOf = (messageId = '') => inSystem(tx => tx.messageSecret.findMany({ where: { messageId } }))
const ask = (email: string, purpose: 'sign-in' | 'reset') =>
  inSystem(tx => requestLink(tx, { kind: 'system', tenantId: tenant.id, purpose }, { email, purpose }))

describe('invitePerson', () => {
  beforeAll(async () => {
    tenant = await makeTenant()
    admin = await makeUser(tenant)
  })

  const invite = (email: string, role: 'staff' | 'homeowner' | 'admin' = 'staff', by = admin) =>
    runInTenant(by.context, tx => invitePerson(tx, by.actor, { email, name: 'Ned New', role }))

  it('makes the person and queues one mail with a link', async () => {
    expect(await invite('Ned@New.example')).toMatchObject({ ok: true })
    const [message, ...more] = await messagesTo('ned@new.example')
    expect(more).toEqual([])
    expect(message).toMatchObject({ template: 'invitation' })
    const user = await inSystem(tx => tx.user.findFirst({ where: { email: 'ned@new.example' } }))
    expect(user).toMatchObject({ role: 'staff', emailVerifiedAt: null, passwordHash: null })
  })

  it('invites again until it is taken up, and ends the earlier link', async () => {
    const first = await invite('ann@again.example')
    if (!first.ok) throw new Error(first.reason)
    const { userId } = first.value
    expect(
      await runInTenant(admin.context, tx => resendInvitation(tx, admin.actor, { userId })),
    ).toMatchObject({ ok: true })
    const links = await inSystem(tx => tx.signInLink.findMany({ where: { userId }, orderBy: { id: 'asc' } }))
    expect(links.map(link => link.revokedAt === null)).toEqual([false, true])
    await inSystem(tx => tx.user.updateMany({ where: { id: userId }, data: { emailVerifiedAt: new Date() } }))
    expect(await invite('ann@again.example')).toMatchObject({ reason: 'already_invited' })
  })

  it('does not turn an invited colleague into something else', async () => {
    await invite('kim@kept.example', 'admin')
    expect(await invite('kim@kept.example', 'homeowner')).toMatchObject({ reason: 'already_invited' })
  })

  it('lets staff invite homeowners, not colleagues', async () => {
    const staff = await makeUser(tenant, { role: 'staff' })
    expect(await invite('hal@home.example', 'homeowner', staff)).toMatchObject({ ok: true })
    expect(await invite('mo@more.example', 'admin', staff)).toMatchObject({ reason: 'beyond_own_rights' })
    expect(await messagesTo('mo@more.example')).toEqual([])
  })
})

describe('requestLink', () => {
  it('mails people who may sign in, and nobody else', async () => {
    await makeUser(tenant, { email: 'pat@post.example' })
    const gone = await makeUser(tenant, { email: 'gus@gone.example' })
    await inSystem(tx =>
      tx.user.updateMany({ where: { id: gone.actor.userId }, data: { suspendedAt: new Date() } }),
    )
    const answers = [
      await ask('pat@post.example', 'sign-in'),
      await ask('gus@gone.example', 'sign-in'),
      await ask('nobody@nowhere.example', 'sign-in'),
    ]
    expect(answers).toEqual([undefined, undefined, undefined])
    expect(await messagesTo('pat@post.example')).toHaveLength(1)
    expect(await messagesTo('gus@gone.example')).toEqual([])
    expect(await messagesTo('nobody@nowhere.example')).toEqual([])
  })

  it('stops at three mails of a kind in ten minutes; those sent keep working', async () => {
    const user = await makeUser(tenant, { email: 'sam@spammed.example' })
    for (let round = 0; round < 6; round += 1) await ask('sam@spammed.example', 'reset')
    expect(await messagesTo('sam@spammed.example')).toHaveLength(3)
    await ask('sam@spammed.example', 'sign-in')
    expect(await messagesTo('sam@spammed.example')).toHaveLength(4)
    const good = await inSystem(tx =>
      tx.signInLink.count({ where: { userId: user.actor.userId, purpose: 'reset', revokedAt: null } }),
    )
    expect(good).toBe(3)
  })

  it('writes a link that works', async () => {
    await makeUser(tenant, { email: 'lia@link.example' })
    await ask('lia@link.example', 'sign-in')
    const [message] = await messagesTo('lia@link.example')
    const token = /\/link\/([\w-]{43})/.exec(JSON.stringify(await secretsOf(message?.id)))?.[1] ?? ''
    const entry = { ...tenant, name: tenant.slug, status: 'active' as const, domain: null }
    const device = { address: 'direct', userAgent: 'test' }
    expect(await signInWithLink(entry, { token }, device)).toMatchObject({ ok: true })
    expect(JSON.stringify(message?.data)).not.toContain(token)
  })
})
