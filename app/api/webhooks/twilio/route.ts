import { webhookRoute } from '@/lib/action/webhook-route'
import { verifyTwilioWebhook } from '@/lib/integrations/twilio/verify-webhook'
import { applyReport } from '@/lib/messaging/apply-report'
import { findReportSecret } from '@/lib/messaging/find-report-secret'
import { readTwilioReport } from '@/lib/messaging/read-report'

const verify = (request: Request, body: string) =>
  verifyTwilioWebhook(request, body, reference => findReportSecret('twilio', reference))

export const POST = webhookRoute({ source: 'twilio', verify }, async event => {
  await applyReport(event.reference, readTwilioReport(event, new Date()))
})
