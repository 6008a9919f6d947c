import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

/** A dead letter that was dealt with. */
export type Settled = { id: string; queue: string; tenantId: string | null }

/**
 * Writes into the audit log what an admin did with dead letters.
 * @returns refusal 'not_found' when somebody else had dealt with all of them
 */
export async function recordSettled(
  tx: PlatformTx,
  admin: AdminActor,
  action: string,
  jobs: Settled[],
): Promise<Result<{ count: number }>> {
  if (jobs.length === 0) return refuse('not_found')
  for (const { id, queue, tenantId } of jobs) {
    const detail = { job: queue, id }
    await recordPlatformAudit(tx, admin, { action, detail, ...(tenantId && { tenantId }) })
  }
  return ok({ count: jobs.length })
}
