import type { TenantTx } from '@/lib/db/in-tenant'
import type { Provider } from './providers'

type Locked = { id: string; provider: Provider; label: string }

/** Locks the company's credential of a service until the transaction ends; null when there is none in force. */
export async function lockCredential(tx: TenantTx, provider: Provider): Promise<Locked | null> {
  const rows = await tx.$queryRaw<Locked[]>`
    select id, provider, label from app.credentials
    where provider = ${provider} and removed_at is null for update`
  return rows[0] ?? null
}

/** Locks the credential in force that an entered key is of, and reads the key; null when either is gone. */
export async function lockVersion(tx: TenantTx, versionId: string) {
  const [credential] = await tx.$queryRaw<Locked[]>`
    select id, provider, label from app.credentials c where removed_at is null and id in
      (select credential_id from app.credential_versions where id = ${versionId}::uuid) for update`
  // Read after the lock was given: another may have changed it while we waited.
  const version = await tx.credentialVersion.findFirst({ where: { id: versionId, retiredAt: null } })
  return credential && version ? { credential, version } : null
}
