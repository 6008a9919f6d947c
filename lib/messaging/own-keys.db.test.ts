import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { projectRoot } from '@/lib/dev/paths'
import { verifyTwilioWebhook } from '@/lib/integrations/twilio/verify-webhook'
import { testDatabase } from '@/lib/testing/create-test-database'
import { giveKey } from '@/lib/testing/enter-keys'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { startVendor, type Vendor } from '@/lib/testing/start-vendor'
import { until } from '@/lib/testing/until'
import { findReportSecret } from './find-report-secret'
import { queueMessage } from './queue-message'
import { sendMessage } from './send-message'

process.env.LOG_LEVEL = 'silent'
testDatabase()
let vendor: Vendor
/** What the vendor answers; without a word it takes whatever it is given. */
let answer: { status: number; body: object } | null
/** Refuses every key, and quotes it. */
let turnAway = false
const quote = (authorization: string) => {
  const [kind, key = ''] = authorization.split(' ')
  return `no: ${authorization} ${kind === 'Basic' ? atob(key) : key}`
}
beforeAll(async () => {
  vendor = await startVendor(({ path, headers: { authorization = '' } }) => {
    if (turnAway)
      return { status: 401, body: { name: 'invalid', message: quote(authorization), statusCode: 401 } }
    if (answer) return answer
    if (path.includes('Messages')) return { status: 201, body: { sid: `SM${'0'.repeat(32)}`, messages: [] } }
    return { status: 200, body: { id: 'email-1' } }
  })
  process.env.RESEND_BASE_URL = vendor.url
  process.env.TWILIO_BASE_URL = vendor.url
})
afterAll(() => vendor.close())
beforeEach(() => {
  answer = null
  vendor.asked.length = 0
})

const ownKey = 're_ours_0123456789_private'
const resend = { provider: 'resend', apiKey: ownKey, from: 'notices@harbor.example' }
const accountSid = `AC${'1'.repeat(32)}`
const authToken = 'f00dfacef00dfacef00dfacef00dface'
const twilio = { provider: 'twilio', accountSid, authToken, from: '+13055550123' }

const system = ({ actor }: MadeUser) => ({ tenantId: actor.tenantId, system: 'test' })
const queue = async (user: MadeUser, to: { email: string } | { phone: string }, key = 'one') => {
  const data = { name: 'Ana', signInUrl: 'http://a.localhost/' }
  const queued = await inTenant(system(user), tx => queueMessage(tx, { template: 'welcome', data, to, key }))
  return queued.messageId
}
const send = (user: MadeUser, messageId: string) =>
  sendMessage({
    id: 'job',
    tenantId: user.actor.tenantId,
    data: { messageId },
    signal: new AbortController().signal,
    lastTry: false,
  })
const read = (user: MadeUser, id: string) =>
  inTenant(system(user), tx => tx.message.findFirstOrThrow({ where: { id } }))
const bearers = () => vendor.asked.map(({ headers }) => headers.authorization)
const admin = async () => makeUser(await makeTenant({ name: 'Harbor' }))

describe('an email of a company', () => {
  it('goes by its own key and from its own address, others by the platform’s', async () => {
    const [user, other] = [await admin(), await admin()]
    await giveKey(user, resend)
    await send(user, await queue(user, { email: 'ana@example.com' }))
    await send(other, await queue(other, { email: 'ana@example.com' }))
    expect(bearers()).toEqual([`Bearer ${ownKey}`, `Bearer ${process.env.RESEND_API_KEY}`])
    expect(vendor.asked[0]?.body).toContain('<notices@harbor.example>')
    expect(vendor.asked[1]?.body).not.toContain('harbor.example')
    const uses = await inTenant(user.context, tx => tx.credentialUse.findMany())
    expect(uses).toMatchObject([{ purpose: 'send-email', via: 'send-message' }])
  })

  it('stays, while in doubt, with the account it was handed to', async () => {
    const user = await admin()
    const messageId = await queue(user, { email: 'ana@example.com' })
    answer = { status: 500, body: { name: 'application_error', message: 'oops', statusCode: 500 } }
    await expect(send(user, messageId)).rejects.toThrow()
    await giveKey(user, resend)
    answer = null
    await send(user, messageId)
    expect(new Set(bearers())).toEqual(new Set([`Bearer ${process.env.RESEND_API_KEY}`]))
    expect(await read(user, messageId)).toMatchObject({ status: 'sent', credentialVersionId: null })
  })

  it('goes by another key once the first was turned away, and never quotes either', async () => {
    const user = await admin()
    await giveKey(user, resend)
    const messageId = await queue(user, { email: 'ana@example.com' })
    answer = { status: 401, body: { name: 'invalid_api_key', message: `no: ${ownKey}`, statusCode: 401 } }
    await expect(send(user, messageId)).rejects.toThrow(/^((?!0123456789).)*$/)
    const second = 're_second_0123456789_private'
    await giveKey(user, { ...resend, apiKey: second })
    answer = null
    await send(user, messageId)
    expect(bearers().at(-1)).toBe(`Bearer ${second}`)
    const told = await inTenant(system(user), async tx => [
      await tx.message.findMany(),
      await tx.messageEvent.findMany(),
    ])
    expect(JSON.stringify(told)).toContain('invalid_api_key')
    expect(JSON.stringify(told)).not.toContain('0123456789')
  })
})

describe('a text of a company', () => {
  it('goes from its own account, and only that account’s token signs for its reports', async () => {
    const user = await admin()
    await giveKey(user, twilio)
    const messageId = await queue(user, { phone: '+13055550199' })
    await send(user, messageId)
    const sent = vendor.asked.at(-1)
    expect(sent?.path).toContain(accountSid)
    expect(sent?.headers.authorization).toBe(`Basic ${btoa(`${accountSid}:${authToken}`)}`)
    const callback = new URLSearchParams(sent?.body).get('StatusCallback') ?? ''
    const form = { MessageSid: `SM${'0'.repeat(32)}`, MessageStatus: 'delivered' }
    const report = (token: string) => {
      const headers = { 'x-twilio-signature': getExpectedTwilioSignature(token, callback, form) }
      return verifyTwilioWebhook(
        new Request(callback, { headers }),
        String(new URLSearchParams(form)),
        reference => findReportSecret('twilio', reference),
      )
    }
    expect(await report(process.env.TWILIO_AUTH_TOKEN ?? '')).toBeNull()
    expect(await report(authToken)).toMatchObject({ status: 'delivered' })
    const other = await admin()
    await send(other, await queue(other, { phone: '+13055550199' }))
    const theirs = new URLSearchParams(vendor.asked.at(-1)?.body).get('StatusCallback') ?? ''
    const forged = getExpectedTwilioSignature(authToken, theirs, form)
    expect(
      await verifyTwilioWebhook(
        new Request(theirs, { headers: { 'x-twilio-signature': forged } }),
        String(new URLSearchParams(form)),
        reference => findReportSecret('twilio', reference),
      ),
    ).toBeNull()
  })
})

describe('what the worker logs', () => {
  it('holds no key, whatever becomes of it', { timeout: 30_000 }, async () => {
    const user = await admin()
    await giveKey(user, resend)
    await giveKey(user, twilio)
    turnAway = true
    // Jobs that other tests left would be done first.
    await asPlatform(
      tx => tx.$executeRaw`delete from jobs.job where data ->> 'tenantId' <> ${user.actor.tenantId}`,
    )
    const ids = [
      await queue(user, { email: 'ana@example.com' }),
      await queue(user, { phone: '+13055550199' }, 'two'),
    ]
    const worker = spawn(process.execPath, ['--import', 'tsx', 'lib/worker/run-worker.ts'], {
      cwd: projectRoot,
      env: { ...process.env, LOG_LEVEL: 'trace' },
    })
    onTestFinished(() => void worker.kill('SIGKILL'))
    let written = ''
    for (const stream of [worker.stdout, worker.stderr]) stream.on('data', chunk => (written += chunk))
    await until(async () => {
      const tried = await inTenant(system(user), tx =>
        tx.credentialVersion.count({ where: { testOutcome: 'refused' } }),
      )
      const failed = await inTenant(system(user), tx =>
        tx.message.count({ where: { id: { in: ids }, error: { not: null } } }),
      )
      return tried === 2 && failed === 2
    }, 20)
    worker.kill('SIGTERM')
    await once(worker, 'close')
    expect(written).toContain('job failed')
    expect(written).toContain('test-credential')
    for (const secret of [ownKey, authToken, '0123456789', btoa(`${accountSid}:${authToken}`)])
      expect(written).not.toContain(secret)
  })
})
