import { createEmulator, type SeedConfig } from 'emulate'
import { demoSecrets, demoSettings } from '@/lib/env/demo-values'
import { findPort } from './find-port'
import { startStripeEmulator } from './stripe/start-stripe-emulator'

const services = ['resend', 'stripe', 'twilio'] as const
type EmulatedService = (typeof services)[number]

interface Running {
  url: string
  stop(): Promise<void>
}

export type EmulatorUrls = Record<EmulatedService, string>

export interface Emulators {
  urls: EmulatorUrls
  stop(): Promise<void>
}

interface EmulatorOptions {
  /** First port to try; 0 takes any three free ones. */
  firstPort: number
  /** Where the product receives webhooks; without it none are sent. */
  publicOrigin?: string
  /** Where Stripe's account survives a restart; what the others hold is lost when they stop. */
  stripeSnapshot?: string
}

/** Starts Resend, Stripe and Twilio on loopback ports. */
export async function startEmulators(options: EmulatorOptions): Promise<Emulators> {
  const running: [EmulatedService, Running][] = []
  const stop = async () => {
    await Promise.all(running.map(([, emulator]) => emulator.stop()))
  }
  try {
    for (const [index, service] of services.entries()) {
      const port = await findPort(options.firstPort && options.firstPort + index)
      running.push([service, await start(service, port, options)])
    }
    const urls = Object.fromEntries(running.map(([service, { url }]) => [service, url]))
    return { urls: urls as EmulatorUrls, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(service: EmulatedService, port: number, options: EmulatorOptions): Promise<Running> {
  if (service === 'stripe') return startStripe(port, options)
  const emulator = await createEmulator({ service, port, seed })
  return { url: emulator.url, stop: () => emulator.close() }
}

function startStripe(port: number, { publicOrigin, stripeSnapshot }: EmulatorOptions): Promise<Running> {
  const url = `${publicOrigin}/api/webhooks/stripe`
  return startStripeEmulator({
    port,
    secretKey: demoSecrets.STRIPE_SECRET_KEY,
    webhook: publicOrigin ? { url, secret: demoSecrets.STRIPE_WEBHOOK_SECRET } : undefined,
    snapshotFile: stripeSnapshot,
  })
}

const seed: SeedConfig = {
  tokens: { [demoSecrets.RESEND_API_KEY]: { login: 'portico' } },
  resend: { domains: [{ name: 'mail.portico.example' }] },
  twilio: {
    account: { sid: demoSettings.TWILIO_ACCOUNT_SID, auth_token: demoSecrets.TWILIO_AUTH_TOKEN },
    phone_numbers: [{ phone_number: demoSettings.TWILIO_FROM, friendly_name: 'Portico' }],
  },
}
