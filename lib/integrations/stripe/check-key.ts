import { env } from '@/lib/env/env'
import { askService, judgeAnswer, type KeyCheck } from '@/lib/integrations/http/ask-service'

/** Tries a secret key of Stripe by reading the account's balance. */
export async function checkStripeKey(key: { secretKey: string }): Promise<KeyCheck> {
  const base = env().STRIPE_BASE_URL ?? 'https://api.stripe.com'
  const answer = await askService(`${base}/v1/balance`, {
    headers: { authorization: `Bearer ${key.secretKey}` },
  })
  const mode = key.secretKey.includes('_test_') ? 'a test key' : 'a live key'
  // A restricted key is known and may yet not read the balance.
  if (answer?.status === 403) {
    return { outcome: 'passed', detail: `Stripe knows the key (${mode}); it may not read the balance.` }
  }
  return judgeAnswer('Stripe', answer, () => `Stripe knows the key (${mode}).`)
}
