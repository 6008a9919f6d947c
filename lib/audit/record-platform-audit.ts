import type { PlatformActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

export type PlatformFact = {
  /** `resource:what-was-done`, as in `tenant:suspended`. */
  action: string
  tenantId?: string
  detail?: Record<string, string | number | null>
}

/** Writes what was done for the platform and by whom, in the transaction that does it. */
export async function recordPlatformAudit(
  tx: PlatformTx,
  { adminId, apiTokenId }: PlatformActor,
  fact: PlatformFact,
): Promise<void> {
  await tx.platformAuditEntry.createMany({ data: [{ adminId, apiTokenId, ...fact }] })
}
