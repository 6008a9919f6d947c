import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { enqueueTenantJob } from '@/lib/jobs/enqueue-tenant-job'

/**
 * Gives a company money that its next invoices take off.
 * @param input.creditId names this gift, so that a form sent twice gives once
 * @param input.amountMinor more than nothing, in minor units of the account's currency
 * @returns refusal 'not_found' when there is no such company, or 'wrong_state' when this gift was made already
 */
export async function giveCredit(
  tx: PlatformTx,
  admin: AdminActor,
  input: { tenantId: string; creditId: string; amountMinor: bigint; reason: string },
): Promise<Result> {
  const { tenantId, creditId: id, amountMinor, reason } = input
  const account = await tx.platformAccount.findUnique({ where: { tenantId }, select: { currency: true } })
  if (!account) return refuse('not_found')
  const { currency } = account
  const given = await tx.platformCredit.createMany({
    data: [{ tenantId, id, amountMinor, currency, reason, givenBy: admin.adminId }],
    skipDuplicates: true,
  })
  if (given.count === 0) return refuse('wrong_state', { params: { why: 'this credit was given already' } })
  await recordPlatformAudit(tx, admin, {
    action: 'credit:given',
    tenantId,
    detail: { amount: amountMinor.toString(), currency, reason },
  })
  await enqueueTenantJob(tx, tenantId as TenantId, 'sync-billing', {}, { key: 'sync-billing' })
  return ok()
}
