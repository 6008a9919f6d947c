import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { type KeyRing, keyRing } from '@/lib/vault/key-ring'
import { rewrapKey, type WrappedKey } from '@/lib/vault/seal'

/** Where a secret stands among its company's. */
export type SecretName = { versionId: string; keyName: string }
type Row = SecretName & WrappedKey & { provider: string }

/** What one batch came to: how many it wrapped anew, which it could not open, and the last it looked at. */
type Rewrapped = { wrapped: number; unopened: SecretName[]; last: SecretName | null }

/**
 * Wraps one batch of a company's secrets with the current master key, in one transaction. What is wrapped already is
 * left alone, so that it can end anywhere and be called again; what does not open is left as it is and named.
 * @param after the last secret of the batch before
 */
export async function rewrapSecrets(
  tenantId: TenantId,
  batch: number,
  after: SecretName | null = null,
  ring: KeyRing = keyRing(),
): Promise<Rewrapped> {
  const [current] = ring
  const { versionId: fromVersion, keyName: fromKey } = after ?? { versionId: null, keyName: null }
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
          and (${fromVersion}::uuid is null or (s.version_id, s.key_name) > (${fromVersion}::uuid, ${fromKey}::text))
        order by s.version_id, s.key_name limit ${batch} for update of s`
      const unopened: SecretName[] = []
      for (const { versionId, keyName, provider, ...wrapped } of rows) {
        const data = tryRewrap(ring, { tenantId, provider, keyName, versionId }, wrapped)
        if (data) await tx.credentialSecret.updateMany({ where: { versionId, keyName }, data })
        else unopened.push({ versionId, keyName })
      }
      const last = rows.at(-1)
      return {
        wrapped: rows.length - unopened.length,
        unopened,
        last: last ? { versionId: last.versionId, keyName: last.keyName } : null,
      }
    },
    { timeoutMs: 60_000 },
  )
}

function tryRewrap(...[ring, place, wrapped]: Parameters<typeof rewrapKey>): WrappedKey | null {
  try {
    return rewrapKey(ring, place, wrapped)
  } catch {
    // Another master key wrapped it, or it was changed: nobody can open it, and the others must not wait for it.
    return null
  }
}
