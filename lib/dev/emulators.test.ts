import { Resend } from 'resend'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoSecrets, demoSettings } from '@/lib/env/demo-values'
import { createStripeClient } from '@/lib/integrations/stripe/create-stripe-client'
import { createTwilioClient } from '@/lib/integrations/twilio/create-twilio-client'
import { type Emulators, startEmulators } from './emulators'

let emulators: Emulators
beforeAll(async () => {
  emulators = await startEmulators({ firstPort: 0 })
})
afterAll(() => emulators.stop())

describe('the emulated vendors answer their own SDKs', () => {
  it('Resend takes an email once per idempotency key and shows it in the inbox', async () => {
    const resend = new Resend(demoSecrets.RESEND_API_KEY, { baseUrl: emulators.urls.resend })
    const email = {
      from: demoSettings.MAIL_FROM,
      to: 'ana@example.com',
      subject: 'Your unit',
      html: '<p>Hello</p>',
    }
    const first = await resend.emails.send(email, { idempotencyKey: 'once' })
    const again = await resend.emails.send(email, { idempotencyKey: 'once' })
    expect(first.error).toBeNull()
    expect(again.data?.id).toBe(first.data?.id)
    const inbox = await fetch(`${emulators.urls.resend}/inbox`).then(response => response.text())
    expect(inbox.split('Your unit')).toHaveLength(2)
  })

  it('Stripe keeps a customer', async () => {
    const stripe = createStripeClient(demoSecrets.STRIPE_SECRET_KEY, emulators.urls.stripe)
    const made = await stripe.customers.create({ email: 'billing@example.com', name: 'Lakeside' })
    expect(await stripe.customers.retrieve(made.id)).toMatchObject({
      email: 'billing@example.com',
      name: 'Lakeside',
    })
  })

  it('Twilio takes a message for the demo account and refuses a wrong token', async () => {
    const account = { accountSid: demoSettings.TWILIO_ACCOUNT_SID, baseUrl: emulators.urls.twilio }
    const message = { to: '+15557654321', from: demoSettings.TWILIO_FROM, body: 'Water off from 9 to 11' }
    const twilio = createTwilioClient({ ...account, authToken: demoSecrets.TWILIO_AUTH_TOKEN })
    const sent = await twilio.messages.create(message)
    expect(await twilio.messages(sent.sid).fetch()).toMatchObject({ body: message.body, from: message.from })
    const stranger = createTwilioClient({ ...account, authToken: 'wrong' })
    await expect(stranger.messages.create(message)).rejects.toMatchObject({ status: 401 })
  })
})
