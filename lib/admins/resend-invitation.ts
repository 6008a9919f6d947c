import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import { linkAdmin } from './link-admin'

/**
 * Sends an invitation again, with a new link.
 * @returns refusal 'not_found' once it was taken up
 */
export async function resendInvitation(
  tx: PlatformTx,
  by: AdminActor,
  { adminId }: { adminId: string },
): Promise<Result> {
  const person = await tx.platformAdmin.findUnique({
    where: { id: adminId, passwordHash: null, suspendedAt: null },
  })
  if (!person) return refuse('not_found')
  await linkAdmin(tx, by, adminId)
  await recordPlatformAudit(tx, by, { action: 'admin:invited-again', detail: { admin: person.name } })
  return ok()
}
