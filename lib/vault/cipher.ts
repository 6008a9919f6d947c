import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

// What is kept: one byte naming this layout, 12 bytes of nonce, 16 of tag, then the ciphertext.
const layout = 1
const nonceBytes = 12
const tagBytes = 16

/** Encrypts with AES-256-GCM under a fresh random nonce, bound to `bound`. */
export function encrypt(key: Uint8Array, plain: Uint8Array, bound: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return new Uint8Array(Buffer.concat([Buffer.from([layout]), nonce, cipher.getAuthTag(), body]))
}

/**
 * Opens what `encrypt` made.
 * @throws when a bit was changed, the key is another, or it was bound to something else
 */
export function decrypt(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer {
  if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== layout) throw new Error('this is not sealed')
  const nonce = sealed.subarray(1, 1 + nonceBytes)
  const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()])
}
