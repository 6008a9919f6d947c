import type { TenantTx } from '@/lib/db/in-tenant'

/** Retires keys whose grace is over and erases the secrets of every key that is retired or was removed. */
export async function retireKeys(tx: TenantTx, now: Date): Promise<{ retired: number; erased: number }> {
  const { count: retired } = await tx.credentialVersion.updateMany({
    where: { retiredAt: null, retiresAt: { lte: now } },
    data: { retiredAt: now },
  })
  const erased = await tx.$executeRaw`
    delete from app.credential_secrets s using app.credential_versions v
    where v.tenant_id = s.tenant_id and v.id = s.version_id and v.retired_at is not null`
  return { retired, erased }
}
