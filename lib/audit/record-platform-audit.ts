import type { PlatformActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'

export type PlatformFact = {
  /** `resource:what-was-done`, as in `tenant:suspended`. */
  action: string
  tenantId?: string
  detail?: Record<string, string | number | null>
}

const recorded = new WeakSet<PlatformTx>()

/** Who acts for the platform; no admin when it is the operator, at the command line of the server. */
type By = PlatformActor | { adminId: null; apiTokenId?: undefined }

/** Writes what was done for the platform and by whom, in the transaction that does it. */
export async function recordPlatformAudit(
  tx: PlatformTx,
  { adminId, apiTokenId }: By,
  fact: PlatformFact,
): Promise<void> {
  await tx.platformAuditEntry.createMany({ data: [{ adminId, apiTokenId, ...fact }] })
  recorded.add(tx)
}

/**
 * Makes sure that an act which is about to be kept is in the audit log as well.
 * @throws when it is not; whoever wrote the act forgot `recordPlatformAudit`, and nothing is kept
 */
export function demandPlatformAudit(tx: PlatformTx): void {
  if (!recorded.has(tx)) throw new Error('an act of a platform admin is not in the audit log')
}
