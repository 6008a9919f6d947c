import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { type Emulators, startEmulators } from '@/lib/dev/emulators'
import { projectRoot } from '@/lib/dev/paths'
import { startWorker } from '@/lib/jobs/start-worker'
import { testDatabase } from '@/lib/testing/create-test-database'
import { giveKey } from '@/lib/testing/enter-keys'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { startGate } from '@/lib/testing/start-gate'
import { mailCertificate, startMailServer } from '@/lib/testing/start-mail-server'
import { until } from '@/lib/testing/until'
import { handlers } from '@/lib/worker/handlers'
import { type NewMessage, queueMessage } from './queue-message'

process.env.LOG_LEVEL = 'silent'
const database = testDatabase()
let emulators: Emulators
beforeAll(async () => {
  emulators = await startEmulators({ firstPort: 0 })
  process.env.RESEND_BASE_URL = emulators.urls.resend
  process.env.TWILIO_BASE_URL = emulators.urls.twilio
  // A dead worker's job is found after two seconds instead of thirty.
  await asPlatform(
    tx =>
      tx.$executeRaw`update jobs.queue set heartbeat_seconds = 2, retry_delay = 1 where name = 'send-message'`,
  )
})
afterAll(() => emulators.stop())

const system = (tenant: Pick<MadeTenant, 'id'>) => ({ tenantId: tenant.id, system: 'test' })
const invitation: Omit<NewMessage<'invitation'>, 'to'> = {
  template: 'invitation',
  data: {
    name: 'Ana',
    invitedBy: 'Joe',
    url: 'http://a.localhost:3000/invitation/once-only',
    expiresInDays: 7,
  },
  key: 'invite-ana',
}

/** Starts `npm run worker`'s own process, to be killed. */
function startWorkerProcess(environment: Record<string, string>) {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'lib/worker/run-worker.ts'], {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  })
  onTestFinished(() => void worker.kill('SIGKILL'))
  return worker
}

/** Runs it against a vendor that kills it once it has taken the message. */
async function dieAfterHandingOver(vendor: 'RESEND_BASE_URL' | 'TWILIO_BASE_URL', vendorUrl: string) {
  const gate = await startGate(vendorUrl, async ({ method }) => {
    if (method === 'POST') worker.kill('SIGKILL')
    return method !== 'POST'
  })
  onTestFinished(gate.close)
  const worker = startWorkerProcess({ [vendor]: gate.url })
  const [, signal] = await once(worker, 'exit')
  return signal
}

/** Runs it for a company whose own mail server kills it at a step; the message it was to send. */
async function dieAtMailServer(step: 'sign-in' | 'taken') {
  const server = await startMailServer({ harbor: 'correct horse' })
  onTestFinished(server.close)
  const user = await makeUser(await makeTenant())
  const { host, port } = server
  const key = { provider: 'smtp', host, port, username: 'harbor', password: 'correct horse' }
  await giveKey(user, { ...key, from: 'notices@harbor.example' })
  await asPlatform(tx => tx.$executeRaw`delete from jobs.job where name = 'test-credential'`)
  const { messageId } = await inTenant({ tenantId: user.actor.tenantId, system: 'test' }, tx =>
    queueMessage(tx, { ...invitation, to: { email: 'ana@example.com' } }),
  )
  const worker = startWorkerProcess({ NODE_EXTRA_CA_CERTS: mailCertificate })
  server.react = async each => {
    if (each !== step) return undefined
    server.react = () => undefined
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    return 'hang-up'
  }
  const [, signal] = await once(worker, 'exit')
  expect(signal).toBe('SIGKILL')
  return { tenant: { id: user.actor.tenantId }, messageId, server }
}

async function finish(tenant: Pick<MadeTenant, 'id'>, id: string) {
  const worker = await startWorker({
    platformUrl: database().platformUrl,
    handlers,
    superviseSeconds: 1,
    pollSeconds: 0.5,
  })
  onTestFinished(() => worker.stop())
  return until(
    () =>
      inTenant(system(tenant), tx =>
        tx.message.findFirst({ where: { id, status: { notIn: ['queued', 'sending'] } } }),
      ),
    30,
  )
}

describe('a worker killed between handing a message over and writing it down', () => {
  it('sends one email, not two', { timeout: 60_000 }, async () => {
    const tenant = await makeTenant()
    const { messageId } = await inTenant(system(tenant), tx =>
      queueMessage(tx, { ...invitation, to: { email: 'ana@example.com' } }),
    )
    expect(await dieAfterHandingOver('RESEND_BASE_URL', emulators.urls.resend)).toBe('SIGKILL')
    const left = await inTenant(system(tenant), tx => tx.message.findFirst({ where: { id: messageId } }))
    expect(left).toMatchObject({ status: 'sending', attempts: 1, providerId: null })

    const sent = await finish(tenant, messageId)
    expect(sent).toMatchObject({ status: 'sent', attempts: 2 })
    const response = await fetch(`${emulators.urls.resend}/emails`)
    const { data } = (await response.json()) as { data: { id: string; to: string[] }[] }
    expect(data.filter(email => email.to.includes('ana@example.com'))).toMatchObject([
      { id: sent.providerId },
    ])
  })

  it('sends one text, not two', { timeout: 60_000 }, async () => {
    const tenant = await makeTenant()
    const { messageId } = await inTenant(system(tenant), tx =>
      queueMessage(tx, { ...invitation, to: { phone: '(555) 555-0199' } }),
    )
    expect(await dieAfterHandingOver('TWILIO_BASE_URL', emulators.urls.twilio)).toBe('SIGKILL')
    const sent = await finish(tenant, messageId)
    expect(sent).toMatchObject({ status: 'sent', attempts: 2, recipient: '+15555550199' })
    const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token } = process.env
    const response = await fetch(
      `${emulators.urls.twilio}/2010-04-01/Accounts/${account}/Messages.json?To=%2B15555550199`,
      { headers: { authorization: `Basic ${btoa(`${account}:${token}`)}` } },
    )
    const { messages } = (await response.json()) as { messages: { sid: string }[] }
    expect(messages.map(message => message.sid)).toEqual([sent.providerId])
  })

  it('leaves an email it gave to a company’s mail server at that, and says that it may have been sent', {
    timeout: 60_000,
  }, async () => {
    const { tenant, messageId, server } = await dieAtMailServer('taken')
    const left = await inTenant(system(tenant), tx => tx.message.findFirst({ where: { id: messageId } }))
    expect(left).toMatchObject({ status: 'sending', attempts: 1, sendingAt: expect.any(Date) })
    const found = await finish(tenant, messageId)
    expect(found).toMatchObject({ status: 'uncertain', attempts: 1, sentAt: null })
    expect(found.error).toMatch(/interrupted .* not sent again by itself/)
    expect(server.taken).toHaveLength(1)
  })

  it('sends the one email when it died before the mail server heard of it', { timeout: 60_000 }, async () => {
    const { tenant, messageId, server } = await dieAtMailServer('sign-in')
    expect(server.taken).toHaveLength(0)
    expect(await finish(tenant, messageId)).toMatchObject({ status: 'sent', attempts: 2 })
    expect(server.taken).toHaveLength(1)
  })
})
