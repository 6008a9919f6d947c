import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { readMyBilling } from './read-billing'

/** Says where the company's own bills go; null is its first admin. */
export async function editBillingEmail(
  tx: TenantTx,
  actor: Actor,
  { email }: { email: string | null },
): Promise<Result> {
  const { billingEmail } = await readMyBilling(tx)
  if (billingEmail === email) return ok()
  await tx.$executeRaw`select app.set_billing_email(${email})`
  await recordAudit(tx, actor, {
    action: 'billing:email-changed',
    subjectType: 'billing',
    before: { email: billingEmail },
    after: { email },
  })
  await enqueueJob(tx, 'sync-billing', {}, { key: 'sync-billing' })
  return ok()
}
