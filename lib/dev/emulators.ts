import { createEmulator, type Emulator, type SeedConfig } from 'emulate'
import { demoSecrets, demoSettings } from '@/lib/env/demo-values'
import { findPort } from './find-port'

const services = ['resend', 'stripe', 'twilio'] as const
type EmulatedService = (typeof services)[number]

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
}

/** Starts Resend, Stripe and Twilio on loopback ports. What they hold is lost when they stop. */
export async function startEmulators(options: EmulatorOptions): Promise<Emulators> {
  const running: [EmulatedService, Emulator][] = []
  const stop = async () => {
    await Promise.all(running.map(([, emulator]) => emulator.close()))
  }
  try {
    for (const [index, service] of services.entries()) {
      const port = await findPort(options.firstPort && options.firstPort + index)
      running.push([service, await createEmulator({ service, port, seed: seed(options.publicOrigin) })])
    }
    const urls = Object.fromEntries(running.map(([service, { url }]) => [service, url]))
    return { urls: urls as EmulatorUrls, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function seed(publicOrigin: string | undefined): SeedConfig {
  const webhook = {
    url: `${publicOrigin}/api/webhooks/stripe`,
    events: ['*'],
    secret: demoSecrets.STRIPE_WEBHOOK_SECRET,
  }
  return {
    tokens: {
      [demoSecrets.RESEND_API_KEY]: { login: 'portico' },
      [demoSecrets.STRIPE_SECRET_KEY]: { login: 'portico' },
    },
    resend: { domains: [{ name: 'mail.portico.example' }] },
    stripe: { webhooks: publicOrigin ? [webhook] : [] },
    twilio: {
      account: { sid: demoSettings.TWILIO_ACCOUNT_SID, auth_token: demoSecrets.TWILIO_AUTH_TOKEN },
      phone_numbers: [{ phone_number: demoSettings.TWILIO_FROM, friendly_name: 'Portico' }],
    },
  }
}
