import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { type Emulators, startEmulators } from '@/lib/dev/emulators'
import { startWorker } from '@/lib/jobs/start-worker'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { startGate } from '@/lib/testing/start-gate'
import { until } from '@/lib/testing/until'
import { handlers } from '@/lib/worker/handlers'
import { queueMessage } from './queue-message'
import { sendMessage } from './send-message'

const database = testDatabase()
let emulators: Emulators
/** While it is cut, Resend takes what it is given and its answer is lost. */
let cut = false
beforeAll(async () => {
  emulators = await startEmulators({ firstPort: 0 })
  const gate = await startGate(emulators.urls.resend, async () => !cut)
  process.env.RESEND_BASE_URL = gate.url
  process.env.TWILIO_BASE_URL = emulators.urls.twilio
})
afterAll(() => emulators.stop())

describe('sendMessage', () => {
  it('puts a queued invitation in the inbox and forgets its link', async () => {
    const tenant = await makeTenant({ name: 'Harbor & Pine' })
    const system = { tenantId: tenant.id, system: 'test' }
    const worker = await startWorker({ platformUrl: database().platformUrl, handlers })
    const url = 'http://harbor.localhost:3000/invitation/secret-token'
    const { messageId } = await inTenant(system, tx =>
      queueMessage(tx, {
        template: 'invitation',
        data: { name: 'Ana', invitedBy: 'Joe', url, expiresInDays: 7 },
        to: { email: ' Ana@Example.com ' },
        key: 'invite-ana',
      }),
    )
    const sent = await until(() =>
      inTenant(system, tx => tx.message.findFirst({ where: { id: messageId, status: 'sent' } })),
    )
    await worker.stop()
    expect(sent).toMatchObject({ recipient: 'ana@example.com', attempts: 1 })
    expect(await inTenant(system, tx => tx.messageSecret.count())).toBe(0)
    const inbox = await fetch(`${emulators.urls.resend}/inbox/${sent.providerId}`).then(r => r.text())
    expect(inbox).toContain('secret-token')
    expect(inbox).toContain('Joe invites you to Harbor')
  })

  it('comes from whom the settings say, and names Portico unless the plan leaves it out', async () => {
    const tenant = await makeTenant({ name: 'Harbor' })
    const system = { tenantId: tenant.id, system: 'test' }
    const send = async (key: string) => {
      const { messageId } = await inTenant(system, tx =>
        queueMessage(tx, {
          template: 'welcome',
          data: { name: 'Ana', signInUrl: 'http://a.localhost/' },
          to: { email: `${key}@example.com` },
          key,
        }),
      )
      const { signal } = new AbortController()
      await sendMessage({ id: 'job', tenantId: tenant.id, data: { messageId }, signal, lastTry: false })
      const answer = await fetch(`${emulators.urls.resend}/emails`)
      const { data }: { data: { to: string[]; from: string; reply_to: string[] | null; html: string }[] } =
        await answer.json()
      return data.find(email => email.to.includes(`${key}@example.com`))
    }
    await inTenant(system, tx => tx.tenant.updateMany({ data: { supportEmail: 'help@harbor.example' } }))
    const usual = await send('usual')
    expect(usual?.from).toMatch(/^"Harbor" </)
    expect(JSON.stringify(usual?.reply_to)).toContain('help@harbor.example')
    expect(usual?.html).toContain('by Portico')
    await inTenant(system, tx =>
      tx.setting.createMany({ data: [{ senderName: 'Ana of Harbor', replyTo: 'ana@harbor.example' }] }),
    )
    await asPlatform(tx =>
      tx.platformFeatureOverride.createMany({
        data: [{ tenantId: tenant.id, feature: 'custom-branding', effect: 'grant', reason: 'A trial of it' }],
      }),
    )
    const own = await send('own')
    expect(own?.from).toMatch(/^"Ana of Harbor" </)
    expect(JSON.stringify(own?.reply_to)).toContain('ana@harbor.example')
    expect(own?.html).not.toContain('Portico')
  })

  it('keeps trying while the outcome is unknown, gives up at the last try, and still sends one', async () => {
    const tenant = await makeTenant()
    const system = { tenantId: tenant.id, system: 'test' }
    const { messageId } = await inTenant(system, tx =>
      queueMessage(tx, {
        template: 'welcome',
        data: { name: 'Ana', signInUrl: 'http://a.localhost/' },
        to: { email: 'doubtful@example.com' },
        key: 'doubtful',
      }),
    )
    const job = { id: 'job', tenantId: tenant.id, data: { messageId }, signal: new AbortController().signal }
    const read = () =>
      inTenant(system, tx =>
        tx.message.findFirstOrThrow({ where: { id: messageId }, include: { messageEvents: true } }),
      )
    cut = true
    await expect(sendMessage({ ...job, lastTry: false })).rejects.toThrow()
    expect(await read()).toMatchObject({ status: 'sending', attempts: 1, error: expect.any(String) })
    await expect(sendMessage({ ...job, lastTry: true })).rejects.toThrow()
    const given = await read()
    expect(given).toMatchObject({ status: 'failed', attempts: 2, failedAt: expect.any(Date) })
    expect(given.messageEvents.map(event => event.type)).toEqual(['attempt-failed', 'attempt-failed'])
    cut = false
    await sendMessage({ ...job, lastTry: false })
    expect(await read()).toMatchObject({ status: 'sent', error: null })
    const inbox = await fetch(`${emulators.urls.resend}/emails`).then(answer => answer.json())
    expect(JSON.stringify(inbox).split('doubtful@example.com')).toHaveLength(2)
  })
})
