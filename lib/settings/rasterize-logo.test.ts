import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { rasterizeLogo } from './rasterize-logo'

const svg = (inside: string, more = '') =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20" ${more}>${inside}</svg>`,
  )
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0a5' } })

function chunk(type: string, data: Buffer) {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length)
  head.write(type, 4, 'latin1')
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])))
  return Buffer.concat([head, data, tail])
}

/** A few hundred bytes that claim to be a picture of this size. */
function claimingPng(width: number, height: number) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

async function sizeOf(bytes: Uint8Array) {
  const painted = await rasterizeLogo(bytes)
  if (!painted.ok) throw new Error(painted.message)
  const { format, width, height, exif } = await sharp(painted.value).metadata()
  return { format, width, height, exif }
}

describe('rasterizeLogo', () => {
  it('keeps a small picture’s size, bounds a large one, and always answers with PNG', async () => {
    expect(await sizeOf(await blank(120, 40).webp().toBuffer())).toMatchObject({
      format: 'png',
      width: 120,
      height: 40,
    })
    expect(await sizeOf(await blank(3000, 1000).jpeg().toBuffer())).toMatchObject({
      format: 'png',
      width: 800,
      height: 267,
    })
  })

  it('drops metadata and turns the picture as its camera said', async () => {
    const turned = await blank(100, 50).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect(await sizeOf(turned)).toEqual({ format: 'png', width: 50, height: 100, exif: undefined })
  })

  it('paints a drawing, larger than it was drawn', async () => {
    const drawing = svg(
      '<defs><linearGradient id="g"/></defs><rect width="40" height="20" fill="url(#g)"/><use href="#g"/>',
    )
    expect(await sizeOf(drawing)).toMatchObject({ format: 'png', width: 800, height: 400 })
  })

  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a handler', svg('<rect onload="alert(1)"/>')],
    ['foreign content', svg('<foreignObject><p/></foreignObject>')],
    ['a picture from elsewhere', svg('<image href="http://169.254.169.254/"/>')],
    ['a style from elsewhere', svg('<style>@import "http://x";</style>')],
    ['a fill from elsewhere', svg('<rect fill="url(http://x/#a)"/>')],
    ['a file of the server', svg('<use xlink:href="file:///etc/passwd#a"/>')],
    ['entities', new TextEncoder().encode('<?xml version="1.0"?><!-- --><svg><!ENTITY a "b"></svg>')],
  ])('refuses a drawing with %s', async (_, bytes) => {
    expect(await rasterizeLogo(bytes)).toMatchObject({ ok: false, reason: 'file_unreadable' })
  })

  it.each([
    ['wide', 3, 6],
    ['deep', 10, 2],
    ['endless', 12, 10],
  ])('is done soon with a drawing that multiplies itself (%s)', async (_, levels, times) => {
    const parts = Array.from(
      { length: levels },
      (_, i) => `<g id="l${i + 1}">${`<use href="#l${i}"/>`.repeat(times)}</g>`,
    ).join('')
    const started = performance.now()
    const result = await rasterizeLogo(svg(`<rect id="l0" width="1" height="1"/>${parts}`))
    expect(result.ok).toBe(levels * times <= 20)
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it.each([
    ['a picture that unpacks into gigabytes', claimingPng(60_000, 60_000)],
    ['a picture just too large', claimingPng(6_000, 6_000)],
    ['a broken picture', claimingPng(400, 400).subarray(0, 60)],
    ['a picture that moves', new TextEncoder().encode('GIF89a')],
    ['a web page', new TextEncoder().encode('<!doctype html><svg>')],
    ['nothing', new Uint8Array()],
  ])('refuses %s', async (_, bytes) => {
    expect(await rasterizeLogo(bytes)).toMatchObject({ ok: false, reason: 'file_unreadable' })
  })
})
