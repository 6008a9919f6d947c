import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { type KeyRing, keyRing } from '@/lib/vault/key-ring'
import { rewrapKey } from '@/lib/vault/seal'

type Row = {
  versionId: string
  keyName: string
  provider: string
  wrappedKey: Uint8Array<ArrayBuffer>
  masterKeyId: string
}

/**
 * Wraps one batch of a company's secrets with the current master key, in one transaction. What is wrapped already is
 * left alone, so that it can end anywhere and be called again.
 * @returns how many it wrapped anew; 0 when none is left
 */
export async function rewrapSecrets(
  tenantId: TenantId,
  batch: number,
  ring: KeyRing = keyRing(),
): Promise<number> {
  const [current] = ring
  return inTenant(
    { tenantId, system: 'rotate-master-key' },
    async tx => {
      const rows = await tx.$queryRaw<Row[]>`
        select s.version_id as "versionId", s.key_name as "keyName", c.provider,
          s.wrapped_key as "wrappedKey", s.master_key_id as "masterKeyId"
        from app.credential_secrets s
          join app.credential_versions v on v.tenant_id = s.tenant_id and v.id = s.version_id
          join app.credentials c on c.tenant_id = v.tenant_id and c.id = v.credential_id
        where s.master_key_id <> ${current.id}
        order by s.version_id, s.key_name limit ${batch} for update of s`
      for (const { versionId, keyName, provider, ...wrapped } of rows) {
        const data = rewrapKey(ring, { tenantId, provider, keyName, versionId }, wrapped)
        await tx.credentialSecret.updateMany({ where: { versionId, keyName }, data })
      }
      return rows.length
    },
    { timeoutMs: 60_000 },
  )
}
