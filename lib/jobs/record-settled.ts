import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

/** A dead letter that was dealt with. */
export type Settled = { id: string; queue: string; tenantId: string | null }

/**
 * Writes into the audit log what an admin did with dead letters, and says how many of those asked for there were.
 * @returns refusal 'not_found' when somebody else had dealt with all of them
 */
export async function recordSettled(
  tx: PlatformTx,
  admin: AdminActor,
  { action, jobs, asked }: { action: string; jobs: Settled[]; asked: number },
): Promise<Result<{ count: number; message?: string }>> {
  if (jobs.length === 0) return refuse('not_found')
  for (const { id, queue, tenantId } of jobs) {
    const detail = { job: queue, id }
    await recordPlatformAudit(tx, admin, { action, detail, ...(tenantId && { tenantId }) })
  }
  const count = jobs.length
  return ok(
    count < asked ? { count, message: `${count} of ${asked}; the others are not given up` } : { count },
  )
}
