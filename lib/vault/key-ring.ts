import { env } from '@/lib/env/env'

/** A master key and the name it goes by. */
export type MasterKey = { id: string; key: Uint8Array }

/** Master keys: the first wraps what is sealed now, the others still open what was sealed before. */
export type KeyRing = readonly [MasterKey, ...MasterKey[]]

/** The key ring of this process, from VAULT_KEYS. */
export function keyRing(): KeyRing {
  const [current, ...earlier] = env().VAULT_KEYS
  if (!current) throw new Error('the key ring is empty')
  return [current, ...earlier]
}

/**
 * Finds a master key by its name.
 * @throws when the ring no longer holds it
 */
export function masterKey(ring: KeyRing, id: string): MasterKey {
  const found = ring.find(each => each.id === id)
  if (!found) throw new Error(`the key ring holds no master key named ${id}`)
  return found
}
