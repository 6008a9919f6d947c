const signatures: { type: string; at: number; bytes: number[] }[] = [
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { type: 'image/gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'application/pdf', at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'application/zip', at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
]

/**
 * Says what a file is by its first bytes; the name and type that a browser claims count for nothing.
 * @returns a media type: `text/plain` for text of any kind, `application/octet-stream` for what is not known
 */
export function sniffType(head: Uint8Array): string {
  const match = signatures.find(({ at, bytes }) => bytes.every((byte, i) => head[at + i] === byte))
  if (match) return match.type
  if (head.subarray(0, 512).includes(0)) {
    const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
    return utf16 ? 'text/plain' : 'application/octet-stream'
  }
  const text = new TextDecoder('latin1').decode(head.subarray(0, 1024))
  if (
    /^\uFEFF?(?:\u00EF\u00BB\u00BF)?\s*(<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>]/i.test(
      text,
    )
  )
    return 'image/svg+xml'
  return 'text/plain'
}
