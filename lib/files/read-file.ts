import type { TenantTx } from '@/lib/db/in-tenant'

/** What is known of a kept file. */
export type FileFacts = { fileId: string; name: string; mediaType: string; sizeBytes: number; sha256: string }

async function* chunks(tx: TenantTx, fileId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position++) {
    const chunk = await tx.fileChunk.findFirst({ where: { fileId, position }, select: { bytes: true } })
    if (!chunk) return
    yield chunk.bytes
  }
}

/**
 * Opens a kept file: its facts and its bytes as a stream, a megabyte at a time.
 * The stream lives in the transaction: read it to its end, or copy it elsewhere, before the transaction is over.
 * @returns null when there is no such file for this reader, or its upload has not ended
 */
export async function readFile(
  tx: TenantTx,
  fileId: string,
): Promise<(FileFacts & { body: AsyncIterable<Uint8Array> }) | null> {
  const file = await tx.file.findFirst({ where: { id: fileId, completedAt: { not: null } } })
  if (!file?.sha256) return null
  return {
    fileId,
    name: file.name,
    mediaType: file.mediaType,
    sizeBytes: Number(file.sizeBytes),
    sha256: file.sha256,
    body: chunks(tx, fileId),
  }
}

/** Reads a small stream, such as a logo, into one piece. */
export async function readWhole(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of body) parts.push(part)
  return Buffer.concat(parts)
}
