import Stripe from 'stripe'

/** The Stripe SDK; with a base address every request goes there instead of to Stripe's host. */
export function createStripeClient(secretKey: string, baseUrl?: string): Stripe {
  if (!baseUrl) return new Stripe(secretKey)
  const { hostname, port, protocol } = new URL(baseUrl)
  return new Stripe(secretKey, { host: hostname, port, protocol: protocol === 'https:' ? 'https' : 'http' })
}
