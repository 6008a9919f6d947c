import { Webhook } from 'svix'
import { demoSecrets, demoSettings } from '@/lib/env/demo-values'
import type { EmulatorUrls } from './emulators'

interface SentEmail {
  id: string
  from: string
  to: string[]
  subject: string
  created_at: string
}

/**
 * Tells the product what became of its messages, as the vendors do and their emulators do not: every email is delivered,
 * bounces when its address begins with `bounced` or is complained of when it begins with `complained`, in a signed
 * webhook; every text message is delivered.
 * @returns a function that stops it
 */
export function reportDeliveries(vendors: EmulatorUrls, publicOrigin: string): () => Promise<void> {
  const told = new Set<string>()
  let stopped = false
  const round = async () => {
    await Promise.all([tellOfEmails(vendors.resend, publicOrigin, told), deliverTexts(vendors.twilio)])
  }
  const loop = (async () => {
    while (!stopped) {
      // A vendor that is down or a product that is still starting is asked again in the next round.
      await round().catch(() => undefined)
      await new Promise(resolve => setTimeout(resolve, 1_000))
    }
  })()
  return () => {
    stopped = true
    return loop
  }
}

async function tellOfEmails(resendUrl: string, publicOrigin: string, told: Set<string>): Promise<void> {
  const authorization = `Bearer ${demoSecrets.RESEND_API_KEY}`
  const response = await fetch(`${resendUrl}/emails`, { headers: { authorization } })
  const { data } = (await response.json()) as { data: SentEmail[] }
  for (const { id, created_at, ...email } of data) {
    if (told.has(id)) continue
    const { type, ...what } = fateOf(email.to)
    const event = {
      type,
      created_at: new Date().toISOString(),
      data: { email_id: id, created_at, ...email, ...what },
    }
    const taken = await post(`${publicOrigin}/api/webhooks/resend`, `${id}-${type}`, JSON.stringify(event))
    if (taken) told.add(id)
  }
}

function fateOf(to: string[]): { type: string; bounce?: Record<string, string> } {
  const begins = (word: string) => to.some(address => address.startsWith(word))
  if (begins('complained')) return { type: 'email.complained' }
  if (!begins('bounced')) return { type: 'email.delivered' }
  const message = 'The server of the recipient does not know this address.'
  return { type: 'email.bounced', bounce: { type: 'Permanent', subType: 'General', message } }
}

async function post(url: string, id: string, body: string): Promise<boolean> {
  const now = new Date()
  const headers = {
    'content-type': 'application/json',
    'svix-id': id,
    'svix-timestamp': String(Math.floor(now.getTime() / 1000)),
    'svix-signature': new Webhook(demoSecrets.RESEND_WEBHOOK_SECRET).sign(id, now, body),
  }
  const response = await fetch(url, { method: 'POST', headers, body })
  // Refused is told, too; only a product that is down is told again.
  return response.status < 500
}

async function deliverTexts(twilioUrl: string): Promise<void> {
  const account = `${demoSettings.TWILIO_ACCOUNT_SID}:${demoSecrets.TWILIO_AUTH_TOKEN}`
  const headers = { authorization: `Basic ${Buffer.from(account).toString('base64')}` }
  const list = `${twilioUrl}/2010-04-01/Accounts/${demoSettings.TWILIO_ACCOUNT_SID}/Messages.json`
  const response = await fetch(list, { headers })
  const { messages } = (await response.json()) as { messages: { sid: string; status: string }[] }
  for (const { sid } of messages.filter(({ status }) => status === 'queued')) {
    const body = new URLSearchParams({ MessageSid: sid, Status: 'delivered' })
    await fetch(`${twilioUrl}/_twilio/simulate/message-status`, { method: 'POST', headers, body })
  }
}
