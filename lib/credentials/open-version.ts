import type { TenantTx } from '@/lib/db/in-tenant'
import { keyRing } from '@/lib/vault/key-ring'
import { openSecret } from '@/lib/vault/seal'
import type { Provider } from './providers'
import { type KeyValues, valueSchemas } from './schema'

/** An opened key. Its values stay on the server and out of every log. */
export type OpenKey<P extends Provider = Provider> = {
  provider: P
  credentialId: string
  versionId: string
  values: KeyValues[P]
}

type Row = {
  keyName: string
  ciphertext: Uint8Array<ArrayBuffer>
  wrappedKey: Uint8Array<ArrayBuffer>
  masterKeyId: string
}

/**
 * Opens an entered key and writes down by whom and what for.
 * @throws outside of a system transaction, which alone sees secrets, or when they do not open
 */
export async function openVersion<P extends Provider>(
  tx: TenantTx,
  key: { tenantId: string; provider: P; credentialId: string; versionId: string },
  use: { purpose: string; via: string; userId: string | null },
): Promise<OpenKey<P>> {
  const { tenantId, provider, credentialId, versionId } = key
  const rows: Row[] = await tx.credentialSecret.findMany({ where: { versionId } })
  const ring = keyRing()
  const opened = rows.map(row => {
    const place = { tenantId, provider, keyName: row.keyName, versionId }
    return [row.keyName, openSecret(ring, place, row)]
  })
  await tx.credentialUse.createMany({ data: [{ credentialId, versionId, ...use }] })
  const values = valueSchemas[provider].parse(Object.fromEntries(opened)) as KeyValues[P]
  return { provider, credentialId, versionId, values }
}
