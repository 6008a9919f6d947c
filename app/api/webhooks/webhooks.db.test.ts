import { Webhook } from 'svix'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'
import { beforeAll, describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { advanceMessage } from '@/lib/messaging/advance-message'
import { writeReference } from '@/lib/messaging/message-reference'
import { queueMessage } from '@/lib/messaging/queue-message'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { POST as resendRoute } from './resend/route'
import { POST as twilioRoute } from './twilio/route'

process.env.LOG_LEVEL = 'silent'
testDatabase()
let tenant: MadeTenant
beforeAll(async () => {
  tenant = await makeTenant()
})

const system = (of: MadeTenant = tenant) => ({ tenantId: of.id, system: 'test' })

async function sentMessage(to: { email: string } | { phone: string }, of = tenant) {
  const data = { name: 'Ana', url: 'http://a.localhost/link/once-only', expiresInMinutes: 20 }
  return inTenant(system(of), async tx => {
    const key = crypto.randomUUID()
    const { messageId } = await queueMessage(tx, { template: 'sign-in-link', data, to, key })
    await advanceMessage(tx, messageId, { status: 'sent', at: new Date(), providerId: `p-${messageId}` })
    return messageId
  })
}

const read = (id: string) =>
  inTenant(system(), tx =>
    tx.message.findFirstOrThrow({ where: { id }, include: { messageEvents: true, suppressions: true } }),
  )

type Told = {
  id?: string
  type: string
  about: string
  secret?: string
  at?: Date
  reference?: string
  bounce?: string
}

function resend(told: Told): Promise<Response> {
  const { id = crypto.randomUUID(), type, about, bounce, at = new Date() } = told
  const reference = told.reference ?? writeReference({ tenantId: tenant.id, messageId: about })
  const body = JSON.stringify({
    type,
    created_at: new Date().toISOString(),
    data: {
      email_id: `p-${about}`,
      tags: { reference },
      ...(bounce && { bounce: { type: bounce, message: bounce } }),
    },
  })
  const secret = told.secret ?? process.env.RESEND_WEBHOOK_SECRET ?? ''
  const headers = {
    'svix-id': id,
    'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
    'svix-signature': new Webhook(secret).sign(id, at, body),
  }
  return resendRoute(
    new Request('http://localhost:3000/api/webhooks/resend', { method: 'POST', headers, body }),
  )
}

function twilio(
  about: string,
  status: string,
  more: { error?: string; token?: string } = {},
): Promise<Response> {
  const reference = writeReference({ tenantId: tenant.id, messageId: about })
  const url = `http://localhost:3000/api/webhooks/twilio?ref=${reference}`
  const form: Record<string, string> = { MessageSid: `p-${about}`, MessageStatus: status }
  if (more.error) form.ErrorCode = more.error
  const token = more.token ?? process.env.TWILIO_AUTH_TOKEN ?? ''
  const headers = { 'x-twilio-signature': getExpectedTwilioSignature(token, url, form) }
  return twilioRoute(new Request(url, { method: 'POST', headers, body: new URLSearchParams(form) }))
}

describe('reports of Resend', () => {
  it('move a message on, once, however often they come', async () => {
    const about = await sentMessage({ email: 'replay@example.com' })
    const told = { id: 'evt-1', type: 'email.delivered', about }
    expect((await resend(told)).status).toBe(204)
    const first = await read(about)
    expect((await resend(told)).status).toBe(204)
    const second = await read(about)
    expect(first).toMatchObject({ status: 'delivered' })
    expect(second).toEqual(first)
    expect(second.messageEvents).toHaveLength(1)
  })

  it('never move a message back when they come in another order', async () => {
    const about = await sentMessage({ email: 'order@example.com' })
    await resend({ type: 'email.complained', about })
    await resend({ type: 'email.delivered', about })
    await resend({ type: 'email.sent', about })
    const message = await read(about)
    expect(message).toMatchObject({ status: 'complained', deliveredAt: expect.any(Date) })
    expect(message.messageEvents).toHaveLength(3)
  })

  it.each([
    ['signed with another secret', { secret: `whsec_${btoa('somebody else')}` }],
    ['older than five minutes', { at: new Date(Date.now() - 6 * 60_000) }],
  ])('are refused when %s', async (_, forged) => {
    const about = await sentMessage({ email: 'forged@example.com' })
    expect((await resend({ type: 'email.bounced', about, ...forged })).status).toBe(401)
    expect((await read(about)).status).toBe('sent')
  })

  it('change nothing when their reference is not ours or names another tenant’s message', async () => {
    const other = await makeTenant()
    const about = await sentMessage({ email: 'mine@example.com' })
    const theirs = await sentMessage({ email: 'theirs@example.com' }, other)
    const made = writeReference({ tenantId: tenant.id, messageId: about })
    await resend({ type: 'email.bounced', about, reference: `${made.slice(0, -32)}${'0'.repeat(32)}` })
    await resend({ type: 'email.bounced', about: theirs })
    await resend({ type: 'email.bounced', about: theirs, reference: made })
    expect(await read(about)).toMatchObject({ status: 'sent', messageEvents: [] })
    const left = await inTenant(system(other), tx => tx.message.findFirstOrThrow({ where: { id: theirs } }))
    expect(left.status).toBe('sent')
  })

  it('suppress an address that bounces for good, and only that tenant’s', async () => {
    const about = await sentMessage({ email: 'gone@example.com' })
    await resend({ type: 'email.bounced', about, bounce: 'Permanent' })
    expect((await read(about)).suppressions).toMatchObject([
      { recipient: 'gone@example.com', reason: 'bounced' },
    ])
    const next = await inTenant(system(), tx =>
      queueMessage(tx, {
        template: 'welcome',
        data: { name: 'Ana', signInUrl: 'http://a.localhost/' },
        to: { email: 'Gone@example.com' },
        key: 'after-bounce',
      }),
    )
    expect(await read(next.messageId)).toMatchObject({
      status: 'suppressed',
      error: expect.stringContaining('undeliverable'),
    })
    const jobs = await asPlatform(
      tx => tx.$queryRaw<object[]>`select 1 from jobs.job where data ->> 'messageId' = ${next.messageId}`,
    )
    expect(jobs).toEqual([])
    const other = await makeTenant()
    const elsewhere = await sentMessage({ email: 'gone@example.com' }, other)
    const unharmed = await inTenant(system(other), tx =>
      tx.message.findFirstOrThrow({ where: { id: elsewhere } }),
    )
    expect(unharmed.status).toBe('sent')
  })

  it('do not suppress an address for a full mailbox', async () => {
    const about = await sentMessage({ email: 'full@example.com' })
    await resend({ type: 'email.bounced', about, bounce: 'Transient' })
    expect(await read(about)).toMatchObject({ status: 'bounced', suppressions: [] })
  })
})

describe('reports of Twilio', () => {
  it('move a text on and are refused without the account’s signature', async () => {
    const about = await sentMessage({ phone: '+13055550142' })
    expect((await twilio(about, 'delivered', { token: 'guessed' })).status).toBe(401)
    expect((await read(about)).status).toBe('sent')
    expect((await twilio(about, 'delivered')).status).toBe(204)
    expect((await twilio(about, 'sent')).status).toBe(204)
    expect(await read(about)).toMatchObject({ status: 'delivered' })
  })

  it('suppress a number whose owner replied STOP', async () => {
    const about = await sentMessage({ phone: '+13055550143' })
    await twilio(about, 'undelivered', { error: '21610' })
    expect(await read(about)).toMatchObject({
      status: 'bounced',
      suppressions: [{ channel: 'sms', reason: 'unsubscribed' }],
    })
  })
})
