import { randomBytes } from 'node:crypto'
import { decrypt, encrypt } from './cipher'
import { type KeyRing, masterKey } from './key-ring'

/** Where a secret belongs; it opens nowhere else. */
export type Place = { tenantId: string; provider: string; keyName: string; versionId: string }

/** A secret as it is kept: encrypted with a key of its own, which a master key wraps. */
export type Sealed = WrappedKey & { ciphertext: Uint8Array<ArrayBuffer> }

export type WrappedKey = { wrappedKey: Uint8Array<ArrayBuffer>; masterKeyId: string }

const bound = (layer: 'secret' | 'key', { tenantId, provider, keyName, versionId }: Place) =>
  JSON.stringify(['portico vault', layer, tenantId, provider, keyName, versionId])

/** Seals a secret for one place, under the ring's current master key. */
export function sealSecret(ring: KeyRing, place: Place, secret: string): Sealed {
  const dataKey = randomBytes(32)
  const ciphertext = encrypt(dataKey, Buffer.from(secret, 'utf8'), bound('secret', place))
  const wrapped = wrap(ring, place, dataKey)
  dataKey.fill(0)
  return { ciphertext, ...wrapped }
}

/**
 * Opens a secret in its place.
 * @throws when it was sealed for another tenant, provider, key name or version, was changed, or its master key is gone
 */
export function openSecret(ring: KeyRing, place: Place, sealed: Sealed): string {
  const dataKey = unwrap(ring, place, sealed)
  try {
    return decrypt(dataKey, sealed.ciphertext, bound('secret', place)).toString('utf8')
  } finally {
    dataKey.fill(0)
  }
}

/** Wraps a secret's key with the current master key instead of the one that did; the secret itself stays as it is. */
export function rewrapKey(ring: KeyRing, place: Place, wrapped: WrappedKey): WrappedKey {
  const dataKey = unwrap(ring, place, wrapped)
  const anew = wrap(ring, place, dataKey)
  dataKey.fill(0)
  return anew
}

function wrap(ring: KeyRing, place: Place, dataKey: Uint8Array): WrappedKey {
  const [{ id, key }] = ring
  return { wrappedKey: encrypt(key, dataKey, bound('key', place)), masterKeyId: id }
}

function unwrap(ring: KeyRing, place: Place, { wrappedKey, masterKeyId }: WrappedKey): Buffer {
  return decrypt(masterKey(ring, masterKeyId).key, wrappedKey, bound('key', place))
}
