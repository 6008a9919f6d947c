import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

/**
 * Lets a suspended admin in again.
 * @returns refusal 'not_found' when they are not suspended
 */
export async function restoreAdmin(
  tx: PlatformTx,
  by: AdminActor,
  { adminId }: { adminId: string },
): Promise<Result> {
  const person = await tx.platformAdmin.findUnique({ where: { id: adminId, suspendedAt: { not: null } } })
  if (!person) return refuse('not_found')
  await tx.platformAdmin.update({ where: { id: adminId }, data: { suspendedAt: null } })
  await recordPlatformAudit(tx, by, { action: 'admin:restored', detail: { admin: person.name } })
  return ok()
}
