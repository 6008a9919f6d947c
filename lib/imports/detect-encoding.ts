import { isUtf8 } from 'node:buffer'
import chardet from 'chardet'
import { UnreadableFile } from './file-problem'

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1251',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'euc-jp',
] as const
export type Encoding = (typeof encodings)[number]

/** Encodings whose byte patterns are distinctive enough to be believed over Windows-1252. */
const believed = new Set<string>(['windows-1251', 'shift_jis', 'gb18030', 'big5', 'euc-kr', 'euc-jp'])
const believedFrom = 60

/**
 * Recognises the encoding of a text from its first bytes: byte order mark, then the pattern of zero bytes,
 * then validity as UTF-8, then statistics.
 * @throws UnreadableFile when the bytes are no text at all
 */
export function detectEncoding(sample: Buffer): Encoding {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8'
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  const wide = byZeroBytes(sample)
  if (wide) return wide
  if (controlShare(sample) > 0.02) throw new UnreadableFile('binary')
  if (isMostlyUtf8(withoutCutSequence(sample))) return 'utf-8'
  const best = chardet.analyse(sample)[0]
  const name = best?.name.toLowerCase() ?? ''
  return best && believed.has(name) && best.confidence >= believedFrom ? (name as Encoding) : 'windows-1252'
}

/** Valid UTF-8, or such with fewer broken places than genuine multi-byte characters. */
export function isMostlyUtf8(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return true
  let broken = 0
  let genuine = 0
  for (const char of bytes.toString('utf8'))
    if (char === '\uFFFD') broken++
    else if (char > '\u007F') genuine++
  return genuine > broken
}

/** Cuts a UTF-8 sequence that the end of the buffer interrupts; at most three bytes. */
export function withoutCutSequence(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes
  }
  return bytes
}

/** Western text in UTF-16 has a zero in nearly every second byte; zeros elsewhere mean it is no text. */
function byZeroBytes(sample: Buffer): Encoding | null {
  let even = 0
  let odd = 0
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 === 0 ? even++ : odd++
  if (even + odd === 0) return null
  const half = sample.length / 2
  if (odd > half * 0.5 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.5 && odd < half * 0.05) return 'utf-16be'
  throw new UnreadableFile('binary')
}

function controlShare(sample: Buffer): number {
  let control = 0
  for (const byte of sample) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) control++
  return sample.length === 0 ? 0 : control / sample.length
}
