import type Stripe from 'stripe'
import type { DeliveryHabits } from '@/lib/dev/stripe/deliveries'
import type { Dunning } from '@/lib/dev/stripe/emulator'
import type { Fault } from '@/lib/dev/stripe/faults'
import { type StripeEmulatorOptions, startStripeEmulator } from '@/lib/dev/stripe/start-stripe-emulator'
import { createStripeClient } from '@/lib/integrations/stripe/create-stripe-client'

/** What a test may turn on a Stripe emulator. */
export interface StripeControl {
  /** Holds, delays, copies or shuffles deliveries from now on. */
  webhooks(habits: Partial<DeliveryHabits>): Promise<void>
  /** Delivers all that waits and resolves when each was tried; says what is left. */
  flush(): Promise<{ waiting: number; givenUp: number }>
  /** Puts an event on its way again. */
  resend(event: string): Promise<void>
  /** Every delivery so far: the event and the HTTP status of the answer, 0 for none. */
  deliveries(): Promise<{ event: string; type: string; answer: number }[]>
  /** Makes the next requests it fits fail. */
  fail(fault: Fault): Promise<void>
  /** Sets the account's clock in seconds since 1970, standing still unless `running`; `null` is real time. */
  clock(now: number | null, running?: boolean): Promise<void>
  dunning(dunning: Partial<Dunning>): Promise<void>
  /** Forgets everything, switches included. */
  reset(): Promise<void>
}

/** The controls of a running emulator. */
export function controlStripe(url: string): StripeControl {
  const post = async (path: string, body: object = {}) => {
    const response = await fetch(`${url}/_emulator/${path}`, { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return response.json()
  }
  return {
    webhooks: async habits => post('webhooks', habits),
    flush: async () => post('flush'),
    resend: async event => post('resend', { event }),
    deliveries: async () => (await post('deliveries')).sent,
    fail: async fault => post('fail', fault),
    clock: async (now, running) => post('clock', { now, running }),
    dunning: async dunning => post('dunning', dunning),
    reset: async () => post('reset'),
  }
}

/** A Stripe emulator of a test's own, with the real SDK and the controls. */
export async function stripeForTest(options: Partial<StripeEmulatorOptions> = {}): Promise<{
  stripe: Stripe
  control: StripeControl
  url: string
  stop(): Promise<void>
}> {
  const secretKey = 'sk_test_of_a_test'
  const { url, stop } = await startStripeEmulator({ port: 0, secretKey, ...options })
  return {
    stripe: createStripeClient(options.secretKey ?? secretKey, url),
    control: controlStripe(url),
    url,
    stop,
  }
}
