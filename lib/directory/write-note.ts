import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

/**
 * Notes something about a company for the other admins.
 * @returns refusal 'not_found' when there is no such company
 */
export async function writeNote(
  tx: PlatformTx,
  admin: AdminActor,
  { tenantId, body }: { tenantId: string; body: string },
): Promise<Result> {
  const known = await tx.platformTenant.count({ where: { id: tenantId } })
  if (known === 0) return refuse('not_found')
  await tx.platformTenantNote.createMany({ data: [{ tenantId, body, writtenBy: admin.adminId }] })
  await recordPlatformAudit(tx, admin, { action: 'note:written', tenantId })
  return ok()
}
