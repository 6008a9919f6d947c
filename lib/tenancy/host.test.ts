import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Face, isFreeSlug, readFace, readHost, reservedSlugs, writeFace } from './host'

const read = (host: string | null) => readHost(host, 'portico.example')

describe('readHost', () => {
  it.each<[string | null, Face]>([
    ['portico.example', { kind: 'apex' }],
    ['PORTICO.example:3000', { kind: 'apex' }],
    ['www.portico.example', { kind: 'apex' }],
    ['admin.portico.example', { kind: 'admin' }],
    ['acme.portico.example', { kind: 'tenant', slug: 'acme' }],
    ['Acme.Portico.Example:443', { kind: 'tenant', slug: 'acme' }],
    ['acme.portico.example.', { kind: 'tenant', slug: 'acme' }],
    ['portal.acme.com', { kind: 'custom', host: 'portal.acme.com' }],
    ['acme.portico.example.evil.com', { kind: 'custom', host: 'acme.portico.example.evil.com' }],
    ['evilportico.example', { kind: 'custom', host: 'evilportico.example' }],
    ['a.b.portico.example', { kind: 'unknown' }],
    ['api.portico.example', { kind: 'unknown' }],
    ['-acme.portico.example', { kind: 'unknown' }],
    ['ac--me.portico.example', { kind: 'unknown' }],
    ['.portico.example', { kind: 'unknown' }],
    ['127.0.0.1:3000', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
    [null, { kind: 'unknown' }],
    ['acme portico.example', { kind: 'unknown' }],
    ['acme/../admin.portico.example', { kind: 'unknown' }],
  ])('reads %s', (host, face) => {
    expect(read(host)).toEqual(face)
  })

  it('never makes a tenant out of a host that does not end in the root domain', () => {
    fc.assert(
      fc.property(fc.string(), host => {
        const face = read(host)
        return (
          face.kind !== 'tenant' ||
          host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '') === `${face.slug}.portico.example`
        )
      }),
    )
  })
})

describe('a face in the header', () => {
  it('comes back as it was written', () => {
    const faces: Face[] = [
      { kind: 'apex' },
      { kind: 'admin' },
      { kind: 'tenant', slug: 'a-b' },
      { kind: 'custom', host: 'x.y.z' },
    ]
    for (const face of faces) expect(readFace(writeFace(face))).toEqual(face)
  })

  it('is unknown when it is anything else', () => {
    for (const text of [null, '', 'tenant:', 'tenant', 'root', 'unknown'])
      expect(readFace(text)).toEqual({ kind: 'unknown' })
  })
})

describe('isFreeSlug', () => {
  it('refuses reserved words, hyphens at the ends and other letters', () => {
    for (const word of [...reservedSlugs, '', '-a', 'a-', 'a--b', 'A', 'ä', 'a.b', 'a_b', 'x'.repeat(41)]) {
      expect(isFreeSlug(word), word).toBe(false)
    }
    for (const word of ['a', 'acme', 'acme-2', 'x'.repeat(40)]) expect(isFreeSlug(word), word).toBe(true)
  })
})
