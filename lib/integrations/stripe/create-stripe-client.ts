import Stripe from 'stripe'

/** The Stripe SDK; with a base address every request goes there instead of to Stripe's host. */
export function createStripeClient(secretKey: string, baseUrl?: string): Stripe {
  // Stripe is told what it needs for the work, not how fast this server was.
  const telemetry = false
  if (!baseUrl) return new Stripe(secretKey, { telemetry })
  const { hostname, port, protocol } = new URL(baseUrl)
  return new Stripe(secretKey, {
    telemetry,
    host: hostname,
    port,
    protocol: protocol === 'https:' ? 'https' : 'http',
  })
}
