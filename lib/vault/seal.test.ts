import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeyRing } from './key-ring'
import { openSecret, type Place, rewrapKey, sealSecret } from './seal'

const key = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) })
const ring: KeyRing = [key('one', 1)]
const place: Place = { tenantId: 'a', provider: 'stripe', keyName: 'secretKey', versionId: 'v' }

describe('the vault', () => {
  it('gives back what was sealed, whatever it is, and never seals alike twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), secret => {
        const sealed = sealSecret(ring, place, secret)
        expect(openSecret(ring, place, sealed)).toBe(secret)
        expect(sealSecret(ring, place, secret).ciphertext).not.toEqual(sealed.ciphertext)
      }),
    )
  })

  it.each<keyof Place>(['tenantId', 'provider', 'keyName', 'versionId'])(
    'opens nothing that was copied to another %s',
    part => {
      const sealed = sealSecret(ring, place, 'sk_live_1')
      const elsewhere = { ...place, [part]: 'other' }
      expect(() => openSecret(ring, elsewhere, sealed)).toThrow()
      // Neither layer alone: the key cannot be carried along, nor the secret put under another key.
      expect(() => rewrapKey(ring, elsewhere, sealed)).toThrow()
      const there = sealSecret(ring, elsewhere, 'theirs')
      expect(() => openSecret(ring, elsewhere, { ...there, ciphertext: sealed.ciphertext })).toThrow()
      expect(() => openSecret(ring, elsewhere, { ...sealed, ciphertext: there.ciphertext })).toThrow()
    },
  )

  it('notices every changed bit of secret and key', () => {
    const sealed = sealSecret(ring, place, 'sk_live_1')
    const flip = (bytes: Uint8Array<ArrayBuffer>, bit: number) =>
      bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
    for (const part of ['ciphertext', 'wrappedKey'] as const) {
      for (let bit = 0; bit < sealed[part].length * 8; bit += 1) {
        expect(() => openSecret(ring, place, { ...sealed, [part]: flip(sealed[part], bit) })).toThrow()
      }
      expect(() => openSecret(ring, place, { ...sealed, [part]: sealed[part].slice(0, 28) })).toThrow()
    }
  })

  it('is opened by earlier master keys until they are gone, and is wrapped anew without being opened', () => {
    const sealed = sealSecret(ring, place, 'sk_live_1')
    const both: KeyRing = [key('two', 2), key('one', 1)]
    expect(openSecret(both, place, sealed)).toBe('sk_live_1')
    const anew = { ...sealed, ...rewrapKey(both, place, sealed) }
    expect(anew).toMatchObject({ masterKeyId: 'two', ciphertext: sealed.ciphertext })
    expect(openSecret([key('two', 2)], place, anew)).toBe('sk_live_1')
    expect(() => openSecret([key('two', 2)], place, sealed)).toThrow(/no master key named one/)
    expect(() => openSecret([key('one', 3)], place, sealed)).toThrow()
  })
})
