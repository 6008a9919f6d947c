import { describe, expect, it } from 'vitest'
import { chunkStream } from './chunk-stream'
import { sniffType } from './sniff-type'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('sniffType', () => {
  it.each([
    ['image/png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)],
    ['image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0)],
    ['image/webp', bytes('RIFF\u0001\u0001\u0001\u0001WEBPVP8 ')],
    ['image/svg+xml', bytes('<?xml version="1.0"?>\n<!-- made -->\n<svg xmlns="x">')],
    ['image/svg+xml', bytes('\ufeff <svg>')],
    ['application/zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0)],
    ['text/plain', bytes('"Project Number","Name"\r\n')],
    ['text/plain', Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x62, 0)],
    ['application/octet-stream', Uint8Array.of(1, 0, 2, 0)],
  ])('%s', (type, head) => {
    expect(sniffType(head)).toBe(type)
  })
})

async function* parts(...sizes: number[]) {
  let next = 0
  for (const size of sizes) yield Uint8Array.from({ length: size }, () => next++ % 251)
}

async function collect(source: AsyncIterable<Uint8Array>) {
  const pieces: Uint8Array[] = []
  for await (const piece of source) pieces.push(piece)
  return pieces
}

describe('chunkStream', () => {
  it.each([[[10]], [[3, 3, 3, 1]], [[1, 20, 0, 4]], [[]]])('keeps every byte in order: %j', async sizes => {
    const pieces = await collect(chunkStream(parts(...sizes), 4))
    expect(Buffer.concat(pieces)).toEqual(Buffer.concat(await collect(parts(...sizes))))
    expect(pieces.slice(0, -1).every(p => p.length === 4)).toBe(true)
    expect(pieces.every(p => p.length > 0)).toBe(true)
  })
})
