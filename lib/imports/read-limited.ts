/** Reads a request's body of at most `limit` bytes; null, without reading on, when it is longer. */
export async function readLimited(request: Request, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null
  const parts: Uint8Array[] = []
  let length = 0
  if (!request.body) return new Uint8Array()
  for await (const part of request.body) {
    length += part.length
    if (length > limit) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
