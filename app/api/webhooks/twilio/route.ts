import { webhookRoute } from '@/lib/action/webhook-route'
import { verifyTwilioWebhook } from '@/lib/integrations/twilio/verify-webhook'
import { applyReport } from '@/lib/messaging/apply-report'
import { readTwilioReport } from '@/lib/messaging/read-report'

export const POST = webhookRoute({ source: 'twilio', verify: verifyTwilioWebhook }, async event => {
  await applyReport(event.reference, readTwilioReport(event, new Date()))
})
