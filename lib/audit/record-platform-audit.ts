import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

export type PlatformFact = {
  /** `resource:what-was-done`, as in `tenant:suspended`. */
  action: string
  tenantId?: string
  detail?: Record<string, string | number | null>
}

/** Writes what a platform admin did, in the transaction that does it. */
export async function recordPlatformAudit(
  tx: PlatformTx,
  admin: Pick<AdminActor, 'adminId'>,
  fact: PlatformFact,
): Promise<void> {
  await tx.platformAuditEntry.createMany({ data: [{ adminId: admin.adminId, ...fact }] })
}
