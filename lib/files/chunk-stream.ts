/** Bytes of a stored chunk; the last one may be shorter. */
export const chunkBytes = 1_048_576

/** Cuts a stream into pieces of `size` bytes, the last one shorter; holds one piece at a time. */
export async function* chunkStream(
  source: AsyncIterable<Uint8Array>,
  size = chunkBytes,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let piece = new Uint8Array(size)
  let filled = 0
  for await (const part of source) {
    let read = 0
    while (read < part.length) {
      const take = Math.min(size - filled, part.length - read)
      piece.set(part.subarray(read, read + take), filled)
      filled += take
      read += take
      if (filled < size) continue
      yield piece
      piece = new Uint8Array(size)
      filled = 0
    }
  }
  if (filled > 0) yield piece.slice(0, filled)
}
