import { env } from '@/lib/env/env'
import { askService, judgeAnswer, type KeyCheck } from '@/lib/integrations/http/ask-service'

/** Tries a secret key of Stripe by asking the account for one customer, of whom nothing is kept. */
export async function checkStripeKey(key: { secretKey: string }): Promise<KeyCheck> {
  const base = env().STRIPE_BASE_URL ?? 'https://api.stripe.com'
  const answer = await askService(`${base}/v1/customers?limit=1`, {
    headers: { authorization: `Bearer ${key.secretKey}` },
  })
  const mode = key.secretKey.includes('_test_') ? 'a test key' : 'a live key'
  // A restricted key is known and may yet not read customers.
  if (answer?.status === 403) {
    return { outcome: 'passed', detail: `Stripe knows the key (${mode}); it may not read customers.` }
  }
  return judgeAnswer('Stripe', answer, () => `Stripe knows the key (${mode}).`)
}
