import { ok, type Result } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import { linkAdmin } from './link-admin'
import type { InviteAdmin } from './schema'

/** Invites somebody to be a platform admin; an address that is one already breaks `admins_email_key`. */
export async function inviteAdmin(
  tx: PlatformTx,
  by: AdminActor,
  { name, email, role }: InviteAdmin,
): Promise<Result<{ id: string }>> {
  const { id } = await tx.platformAdmin.create({
    data: { name, email, role, invitedAt: new Date() },
    select: { id: true },
  })
  await linkAdmin(tx, by, id)
  await recordPlatformAudit(tx, by, { action: 'admin:invited', detail: { admin: name, role } })
  return ok({ id })
}
