import { type KeyRing, keyRing } from '@/lib/vault/key-ring'
import { openSecret, type Place, rewrapKey, type Sealed, sealSecret } from '@/lib/vault/seal'
import { fromBase32, toBase32 } from './totp'

// An admin's key is sealed for that admin: copied to another's row it does not open.
const placeOf = (adminId: string): Place => ({
  tenantId: 'platform',
  provider: 'second-factor',
  keyName: 'totp',
  versionId: adminId,
})

const write = ({ masterKeyId, wrappedKey, ciphertext }: Sealed) =>
  [masterKeyId, ...[wrappedKey, ciphertext].map(bytes => Buffer.from(bytes).toString('base64url'))].join('.')

function read(text: string): Sealed {
  const [masterKeyId = '', ...parts] = text.split('.')
  const [wrappedKey, ciphertext] = parts.map(part => new Uint8Array(Buffer.from(part, 'base64url')))
  if (!wrappedKey || !ciphertext) throw new Error('this is not a sealed key')
  return { masterKeyId, wrappedKey, ciphertext }
}

/** Seals the key of an admin's authenticator app, as `factor_secret` keeps it. */
export function sealFactorKey(adminId: string, key: Uint8Array, ring: KeyRing = keyRing()): string {
  return write(sealSecret(ring, placeOf(adminId), toBase32(key)))
}

/** Opens the key of an admin's authenticator app. */
export function openFactorKey(adminId: string, sealed: string): Buffer {
  return fromBase32(openSecret(keyRing(), placeOf(adminId), read(sealed)))
}

/** Wraps a sealed key with the current master key; null when it is so already. */
export function rewrapFactorKey(adminId: string, sealed: string): string | null {
  const [current] = keyRing()
  const kept = read(sealed)
  if (kept.masterKeyId === current.id) return null
  return write({ ...kept, ...rewrapKey(keyRing(), placeOf(adminId), kept) })
}
