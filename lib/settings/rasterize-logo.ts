import sharp from 'sharp'
import { ok, type Result, refuse } from '@/lib/action/result'
import { sniffType } from '@/lib/files/sniff-type'

/** Twice what the largest shell or letterhead shows. */
const box = { width: 800, height: 400 }
/** A picture that unpacks into more is not a logo, whatever it weighs packed. */
const mostPixels = 24_000_000
const mostSeconds = 5

const accepted = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml']

// What a drawing has no use for, and an attack has: entities, scripts, foreign content, anything fetched.
const suspectSvg =
  /<!DOCTYPE|<!ENTITY|<script|<foreignObject|<image|<iframe|<filter|@import|\bon\w+\s*=|(?:href|src)\s*=\s*["']?\s*(?!["']?#)|url\(\s*["']?\s*(?!["']?\s*#)/i

// Parts that repeat parts that repeat parts grow without end; this many grow to a few thousand.
const mostReferences = 20
const references = /(?:href\s*=\s*["']?|url\(\s*["']?)\s*#/gi
const mostDrawingBytes = 300_000

function drawingProblem(bytes: Uint8Array): string | null {
  if (bytes.length > mostDrawingBytes) return 'This SVG is too large. Export it as PNG instead.'
  const text = Buffer.from(bytes).toString('utf8')
  if (suspectSvg.test(text)) return 'This SVG holds more than shapes. Export it as PNG instead.'
  const count = text.match(references)?.length ?? 0
  return count > mostReferences ? 'This SVG is too intricate. Export it as PNG instead.' : null
}

const unreadable = (why: string) => refuse('file_unreadable', { fields: { logo: why }, params: { why } })

/**
 * Turns a picture into the logo that is kept: a PNG of bounded size, without metadata.
 * Drawn pictures (SVG) are painted here and never served as they came.
 * @returns refusal 'file_unreadable' for another kind of file, a broken one, one too large unpacked, or a drawing that
 *   refers to anything outside itself
 */
export async function rasterizeLogo(bytes: Uint8Array): Promise<Result<Uint8Array>> {
  const type = sniffType(bytes)
  if (!accepted.includes(type)) return unreadable('Use a PNG, JPEG, WebP or SVG picture.')
  const isDrawing = type === 'image/svg+xml'
  const problem = isDrawing ? drawingProblem(bytes) : null
  if (problem) return unreadable(problem)
  try {
    const picture = sharp(bytes, {
      limitInputPixels: mostPixels,
      failOn: 'error',
      animated: false,
      density: 144,
    })
    const painted = await picture
      .timeout({ seconds: mostSeconds })
      .rotate()
      .resize({ ...box, fit: 'inside', withoutEnlargement: !isDrawing })
      .png({ compressionLevel: 9 })
      .toBuffer()
    return ok(new Uint8Array(painted))
  } catch {
    return unreadable('This picture cannot be read, or it is too large.')
  }
}
