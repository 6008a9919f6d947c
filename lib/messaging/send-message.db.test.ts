import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { type Emulators, startEmulators } from '@/lib/dev/emulators'
import { startWorker } from '@/lib/jobs/start-worker'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { until } from '@/lib/testing/until'
import { handlers } from '@/lib/worker/handlers'
import { queueMessage } from './queue-message'

const database = testDatabase()
let emulators: Emulators
beforeAll(async () => {
  emulators = await startEmulators({ firstPort: 0 })
  process.env.RESEND_BASE_URL = emulators.urls.resend
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
    expect(sent).toMatchObject({ recipient: 'ana@example.com', secrets: null, attempts: 1 })
    const inbox = await fetch(`${emulators.urls.resend}/inbox/${sent.providerId}`).then(r => r.text())
    expect(inbox).toContain('secret-token')
    expect(inbox).toContain('Joe invites you to Harbor')
  })
})
