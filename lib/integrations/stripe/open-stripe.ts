import type Stripe from 'stripe'
import { env } from '@/lib/env/env'
import { createStripeClient } from './create-stripe-client'

let opened: { key: string; base: string | undefined; stripe: Stripe } | undefined

/** Portico's own account at Stripe; null when the environment names none, and nobody can be billed. */
export function openStripe(): Stripe | null {
  const { STRIPE_SECRET_KEY: key, STRIPE_BASE_URL: base } = env()
  if (!key) return null
  if (opened?.key !== key || opened.base !== base)
    opened = { key, base, stripe: createStripeClient(key, base) }
  return opened.stripe
}
