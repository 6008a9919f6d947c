import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

/**
 * Takes a note back; only who wrote it can, and owners.
 * @returns refusal 'not_found' when it is gone, 'forbidden' when it is somebody else's
 */
export async function removeNote(
  tx: PlatformTx,
  admin: AdminActor,
  { tenantId, noteId }: { tenantId: string; noteId: string },
): Promise<Result> {
  const note = await tx.platformTenantNote.findFirst({ where: { tenantId, id: noteId, removedAt: null } })
  if (!note) return refuse('not_found')
  if (note.writtenBy !== admin.adminId && admin.role !== 'owner') return refuse('forbidden')
  const { count } = await tx.platformTenantNote.updateMany({
    where: { tenantId, id: noteId, removedAt: null },
    data: { removedAt: new Date(), removedBy: admin.adminId },
  })
  if (count === 0) return refuse('not_found')
  await recordPlatformAudit(tx, admin, { action: 'note:removed', tenantId })
  return ok()
}
