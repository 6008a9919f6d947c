import { openStripe } from '@/lib/integrations/stripe/open-stripe'

/** Whether companies can be billed: the environment names an account at Stripe. */
export function isSetUp(): boolean {
  return openStripe() !== null
}
