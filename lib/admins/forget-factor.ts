import type { PlatformTx } from '@/lib/db/as-platform'

/** Forgets an admin's authenticator app and recovery codes. */
export async function forgetFactor(tx: PlatformTx, adminId: string): Promise<void> {
  await tx.platformAdmin.update({
    where: { id: adminId },
    data: { factorSecret: null, factorEnrolledAt: null, factorStep: null },
  })
  await tx.platformAdminRecoveryCode.deleteMany({ where: { adminId } })
}
