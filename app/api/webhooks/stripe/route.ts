import { webhookRoute } from '@/lib/action/webhook-route'
import { verifyStripeWebhook } from '@/lib/integrations/stripe/verify-webhook'
import { applyStripeEvent } from '@/lib/stripe-sync/apply-stripe-event'

export const POST = webhookRoute({ source: 'stripe', verify: verifyStripeWebhook }, event =>
  applyStripeEvent(event),
)
