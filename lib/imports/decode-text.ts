import { isAscii } from 'node:buffer'
import iconv from 'iconv-lite'
import { type Encoding, isMostlyUtf8, withoutCutSequence } from './detect-encoding'

/**
 * Decodes a byte stream piece by piece. A text taken for UTF-8 because its sample was plain ASCII turns to
 * Windows-1252 at the first byte that proves it; `onEncoding` hears of it. After a genuine UTF-8 sequence has
 * been seen, a broken one becomes U+FFFD instead.
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  onEncoding?: (encoding: Encoding) => void,
): AsyncGenerator<string> {
  if (encoding !== 'utf-8') {
    yield* decodeWith(chunks, iconv.getDecoder(encoding))
    return
  }
  let pending = Buffer.alloc(0)
  let sawMultibyte = false
  let first = true
  let fallback: iconv.DecoderStream | null = null
  for await (const chunk of chunks) {
    if (fallback) {
      yield fallback.write(Buffer.from(chunk))
      continue
    }
    const bytes = Buffer.concat([pending, chunk])
    const whole = withoutCutSequence(bytes)
    const valid = isMostlyUtf8(whole)
    if (!valid && !sawMultibyte) {
      fallback = iconv.getDecoder('windows-1252')
      onEncoding?.('windows-1252')
      pending = Buffer.alloc(0)
      yield fallback.write(bytes)
      continue
    }
    pending = bytes.subarray(whole.length)
    sawMultibyte ||= valid && !isAscii(whole)
    const text = whole.toString('utf8')
    yield first && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
    first = false
  }
  if (fallback) yield fallback.end() ?? ''
  else if (pending.length > 0)
    yield sawMultibyte ? pending.toString('utf8') : iconv.decode(pending, 'windows-1252')
}

/** Holds back half of a surrogate pair until its other half has come. */
async function* decodeWith(
  chunks: AsyncIterable<Uint8Array>,
  decoder: iconv.DecoderStream,
): AsyncGenerator<string> {
  let half = ''
  for await (const chunk of chunks) {
    const text = half + decoder.write(Buffer.from(chunk))
    half = /[\uD800-\uDBFF]$/.exec(text)?.[0] ?? ''
    yield half === '' ? text : text.slice(0, -1)
  }
  yield half + (decoder.end() ?? '')
}
