import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { type Emulators, startEmulators } from '@/lib/dev/emulators'
import { projectRoot } from '@/lib/dev/paths'
import { startWorker } from '@/lib/jobs/start-worker'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { startGate } from '@/lib/testing/start-gate'
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

const system = (tenant: MadeTenant) => ({ tenantId: tenant.id, system: 'test' })
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

/** Runs `npm run worker`'s own process against a vendor that kills it once it has taken the message. */
async function dieAfterHandingOver(vendor: 'RESEND_BASE_URL' | 'TWILIO_BASE_URL', vendorUrl: string) {
  const gate = await startGate(vendorUrl, async ({ method }) => {
    if (method === 'POST') worker.kill('SIGKILL')
    return method !== 'POST'
  })
  onTestFinished(gate.close)
  const worker = spawn(process.execPath, ['--import', 'tsx', 'lib/worker/run-worker.ts'], {
    cwd: projectRoot,
    env: { ...process.env, [vendor]: gate.url },
    stdio: 'inherit',
  })
  onTestFinished(() => void worker.kill('SIGKILL'))
  const [, signal] = await once(worker, 'exit')
  return signal
}

async function finish(tenant: MadeTenant, id: string) {
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
})
