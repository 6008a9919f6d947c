import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Resend } from 'resend'
import { Webhook } from 'svix'
import { expect, it, onTestFinished, vi } from 'vitest'
import { demoSecrets, demoSettings } from '@/lib/env/demo-values'
import { createTwilioClient } from '@/lib/integrations/twilio/create-twilio-client'
import { startEmulators } from './emulators'
import { reportDeliveries } from './report-deliveries'

async function startProduct(events: unknown[]): Promise<string> {
  const server = createServer(async (request, response) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    events.push(new Webhook(demoSecrets.RESEND_WEBHOOK_SECRET).verify(await text(request), headers))
    response.end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it('tells once of every email in a signed webhook, and delivers texts', async () => {
  const events: unknown[] = []
  const vendors = await startEmulators({ firstPort: 0 })
  const stop = reportDeliveries(vendors.urls, await startProduct(events))
  onTestFinished(async () => {
    await stop()
    await vendors.stop()
  })
  const resend = new Resend(demoSecrets.RESEND_API_KEY, { baseUrl: vendors.urls.resend })
  const email = { from: demoSettings.MAIL_FROM, subject: 'Dues', html: '<p>Dues</p>' }
  await resend.emails.send({ ...email, to: 'ana@example.com' })
  await resend.emails.send({ ...email, to: 'bounced@example.com' })
  const twilio = createTwilioClient({
    accountSid: demoSettings.TWILIO_ACCOUNT_SID,
    authToken: demoSecrets.TWILIO_AUTH_TOKEN,
    baseUrl: vendors.urls.twilio,
  })
  const message = await twilio.messages.create({
    to: '+15557654321',
    from: demoSettings.TWILIO_FROM,
    body: 'Dues',
  })
  await vi.waitFor(
    async () => {
      expect(events).toHaveLength(2)
      expect((await twilio.messages(message.sid).fetch()).status).toBe('delivered')
    },
    { timeout: 5_000 },
  )
  expect(events).toMatchObject([
    { type: 'email.delivered', data: { to: ['ana@example.com'], subject: 'Dues' } },
    { type: 'email.bounced', data: { to: ['bounced@example.com'] } },
  ])
})
