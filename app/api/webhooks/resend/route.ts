import { webhookRoute } from '@/lib/action/webhook-route'
import { verifyResendWebhook } from '@/lib/integrations/resend/verify-webhook'
import { applyReport } from '@/lib/messaging/apply-report'
import { readResendReport } from '@/lib/messaging/read-report'

export const POST = webhookRoute({ source: 'resend', verify: verifyResendWebhook }, async event => {
  await applyReport(event.tags.reference, readResendReport(event))
})
