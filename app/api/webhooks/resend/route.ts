import { webhookRoute } from '@/lib/action/webhook-route'
import { verifyResendWebhook } from '@/lib/integrations/resend/verify-webhook'
import { applyReport } from '@/lib/messaging/apply-report'
import { findReportSecret } from '@/lib/messaging/find-report-secret'
import { readResendReport } from '@/lib/messaging/read-report'

const verify = (request: Request, body: string) =>
  verifyResendWebhook(request, body, reference => findReportSecret('resend', reference))

export const POST = webhookRoute({ source: 'resend', verify }, async event => {
  await applyReport(event.tags.reference, readResendReport(event))
})
