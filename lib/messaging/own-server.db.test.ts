import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { removeCredential } from '@/lib/credentials/remove-credential'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { giveKey } from '@/lib/testing/enter-keys'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { startMailServer, type TestMailServer } from '@/lib/testing/start-mail-server'
import { startVendor, type Vendor } from '@/lib/testing/start-vendor'
import { describeTimeline } from './describe-timeline'
import { queueMessage } from './queue-message'
import { readMessage } from './read-message'
import { sendAgain } from './send-again'
import { sendMessage } from './send-message'

process.env.LOG_LEVEL = 'silent'
testDatabase()
let server: TestMailServer
let vendor: Vendor
beforeAll(async () => {
  server = await startMailServer({ harbor: 'correct horse', cove: 'battery staple' })
  vendor = await startVendor(() => ({ status: 200, body: { id: 'email-1' } }))
  process.env.RESEND_BASE_URL = vendor.url
})
afterAll(() => Promise.all([server.close(), vendor.close()]))
beforeEach(() => {
  server.react = () => undefined
  for (const list of [server.taken, server.steps, vendor.asked]) list.length = 0
})

const keyOf = (username: string, password: string) => ({
  provider: 'smtp',
  host: server.host,
  port: server.port,
  username,
  password,
  from: `notices@${username}.example`,
})
const good = () => keyOf('harbor', 'correct horse')
const admin = async () => makeUser(await makeTenant({ name: 'Harbor' }))
const system = ({ actor }: MadeUser) => ({ tenantId: actor.tenantId, system: 'test' })
const url = 'http://a.localhost/invitation/once-only'
const queue = async (user: MadeUser) => {
  const data = { name: 'Ana', invitedBy: 'Joe', url, expiresInDays: 7 }
  const to = { email: 'ana@example.com' }
  const queued = await inTenant(system(user), tx =>
    queueMessage(tx, { template: 'invitation', data, to, key: 'one' }),
  )
  return queued.messageId
}
const send = ({ actor: { tenantId } }: MadeUser, messageId: string, lastTry = false) =>
  sendMessage({ id: 'job', tenantId, data: { messageId }, signal: new AbortController().signal, lastTry })
const read = async (user: MadeUser, id: string) => {
  const message = await inTenant(system(user), tx => readMessage(tx, id))
  if (!message) throw new Error('no message')
  return message
}
const react = (step: string, reaction: 'hang-up' | number | { code: number; said: string }) => {
  server.react = each => (each === step ? reaction : undefined)
}

describe('a company with a mail server of its own', () => {
  it('sends through it, from its own address and under its own name, and the access log says so', async () => {
    const user = await admin()
    await giveKey(user, good())
    await inTenant(system(user), tx =>
      tx.setting.createMany({ data: [{ senderName: 'Ana of Harbor', replyTo: 'ana@harbor.example' }] }),
    )
    const id = await queue(user)
    await send(user, id)
    expect(server.taken).toMatchObject([
      { user: 'harbor', from: 'notices@harbor.example', to: ['ana@example.com'] },
    ])
    const raw = server.taken[0]?.raw ?? ''
    expect(raw).toContain('From: Ana of Harbor <notices@harbor.example>')
    expect(raw).toContain('Reply-To: ana@harbor.example')
    expect(raw.replace(/=\r\n/g, '')).toContain(url)
    const message = await read(user, id)
    const messageId = `<${id}@harbor.example>`
    expect(raw).toContain(`Message-ID: ${messageId}`)
    expect(message).toMatchObject({ status: 'sent', carrier: 'smtp', providerId: messageId, attempts: 1 })
    expect(message.sentAt).toBeInstanceOf(Date)
    expect(describeTimeline(message).map(({ title }) => title)).toContain('Taken by your mail server')
    const uses = await inTenant(user.context, tx => tx.credentialUse.findMany())
    expect(uses).toMatchObject([{ purpose: 'send-email', via: 'send-message' }])
    expect(vendor.asked).toEqual([])
  })

  it('uses it before its key of Resend, and that key again once it is gone', async () => {
    const user = await admin()
    await giveKey(user, { provider: 'resend', apiKey: 're_ours_0123456789', from: 'r@harbor.example' })
    await giveKey(user, good())
    await send(user, await queue(user))
    expect([server.taken.length, vendor.asked.length]).toEqual([1, 0])
    const { id: credentialId } = await inTenant(user.context, tx =>
      tx.credential.findFirstOrThrow({ where: { provider: 'smtp' } }),
    )
    expect(
      (await runInTenant(user.context, tx => removeCredential(tx, user.actor, { credentialId }))).ok,
    ).toBe(true)
    const data = { name: 'Ana', signInUrl: 'http://a.localhost/' }
    const next = await inTenant(system(user), tx =>
      queueMessage(tx, { template: 'welcome', data, to: { email: 'ana@example.com' }, key: 'two' }),
    )
    await send(user, next.messageId)
    expect(server.taken).toHaveLength(1)
    expect(vendor.asked[0]?.headers.authorization).toBe('Bearer re_ours_0123456789')
    expect(await read(user, next.messageId)).toMatchObject({ status: 'sent', carrier: 'resend' })
  })

  it('never uses another’s', async () => {
    const [user, other, third] = [await admin(), await admin(), await admin()]
    await giveKey(user, good())
    await giveKey(other, keyOf('cove', 'battery staple'))
    for (const each of [other, user, third]) await send(each, await queue(each))
    expect(server.taken.map(taken => [taken.user, taken.from])).toEqual([
      ['cove', 'notices@cove.example'],
      ['harbor', 'notices@harbor.example'],
    ])
    expect(vendor.asked.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${process.env.RESEND_API_KEY}`,
    ])
    expect(await inTenant(third.context, tx => tx.credentialUse.count())).toBe(0)
  })
})

describe('a message its mail server did not take', () => {
  it('waits for a key that is let in, and never quotes the password', async () => {
    const user = await admin()
    await giveKey(user, keyOf('harbor', 'wrong password'))
    const id = await queue(user)
    await expect(send(user, id)).rejects.toThrow(/refused user name or password \(535\)/)
    const waiting = await read(user, id)
    expect(waiting).toMatchObject({ status: 'sending', sendingAt: null, attempts: 1 })
    expect(JSON.stringify(waiting)).not.toContain('wrong password')
    await giveKey(user, good())
    await send(user, id)
    expect(await read(user, id)).toMatchObject({ status: 'sent', attempts: 2, error: null })
    expect(server.taken).toHaveLength(1)
  })

  it('is tried again when it was put off, also after the last try when somebody says so', async () => {
    const user = await admin()
    await giveKey(user, good())
    const id = await queue(user)
    for (const [step, lastTry] of [
      ['recipient', false],
      ['taken', true],
    ] as const) {
      react(step, 451)
      await expect(send(user, id, lastTry)).rejects.toThrow(/451/)
      expect(await read(user, id)).toMatchObject({
        status: lastTry ? 'failed' : 'sending',
        sendingAt: null,
        providerId: null,
      })
    }
    server.react = () => undefined
    server.taken.length = 0
    await send(user, id)
    expect(await read(user, id)).toMatchObject({ status: 'sent', attempts: 3 })
    expect(server.taken).toHaveLength(1)
  })

  it('has failed when it was refused', async () => {
    const user = await admin()
    await giveKey(user, good())
    const id = await queue(user)
    react('recipient', 550)
    await send(user, id)
    expect(await read(user, id)).toMatchObject({ status: 'failed', error: expect.stringMatching(/550/) })
  })

  it('is told of in the server’s words without its one-time link, and in the job by the code alone', async () => {
    const user = await admin()
    await giveKey(user, good())
    const id = await queue(user)
    react('taken', { code: 451, said: `Ana Ruiz is not to see ${url} nor /invitation/once-only` })
    await expect(send(user, id)).rejects.toThrow(/^The mail server refused the message: 451$/)
    const put = await read(user, id)
    expect(put.error).toMatch(/451 Ana Ruiz is not to see/)
    expect(JSON.stringify(put)).not.toContain('once-only')
  })
})

describe('a message of which nobody knows whether it was taken', () => {
  it('says so, is not sent a second time by itself, and is by whoever chooses to', async () => {
    const user = await admin()
    await giveKey(user, good())
    const id = await queue(user)
    react('taken', 'hang-up')
    await send(user, id)
    const doubtful = await read(user, id)
    expect(doubtful).toMatchObject({
      status: 'uncertain',
      sentAt: null,
      providerId: `<${id}@harbor.example>`,
    })
    expect(doubtful.error).toMatch(/did not say whether it took this .* not sent again by itself/)
    expect(describeTimeline(doubtful)).toContainEqual(
      expect.objectContaining({ title: 'May have been sent' }),
    )
    server.react = () => undefined
    await send(user, id)
    expect(server.taken).toHaveLength(1)
    const again = await inTenant(user.context, tx => sendAgain(tx, user.actor, { messageId: id }))
    if (!again.ok) throw new Error(again.message)
    await send(user, again.value.messageId)
    await send(user, id)
    expect(server.taken.map(({ raw }) => raw.replace(/=\r\n/g, '').includes(url))).toEqual([true, true])
    expect(await read(user, again.value.messageId)).toMatchObject({ status: 'sent' })
    expect(await read(user, id)).toMatchObject({ status: 'uncertain' })
  })

  it('is known to have been sent after all when a slow run hears of it', async () => {
    const user = await admin()
    await giveKey(user, good())
    const id = await queue(user)
    let stages: string[] = []
    server.react = async step => {
      if (step !== 'taken') return undefined
      await send(user, id)
      stages = [(await read(user, id)).status]
      return undefined
    }
    await send(user, id)
    expect(stages).toEqual(['uncertain'])
    expect(await read(user, id)).toMatchObject({ status: 'sent', error: null, attempts: 1 })
    expect(server.taken).toHaveLength(1)
  })

  it('is none when another run overtook before it began: one of the two hands it over', async () => {
    const user = await admin()
    await giveKey(user, good())
    const id = await queue(user)
    let first = true
    server.react = async step => {
      if (step !== 'sign-in' || !first) return undefined
      first = false
      await send(user, id)
      return undefined
    }
    await send(user, id)
    expect(server.steps.filter(step => step === 'sign-in')).toHaveLength(2)
    expect(server.taken).toHaveLength(1)
    expect(await read(user, id)).toMatchObject({ status: 'sent', attempts: 2 })
  })
})
