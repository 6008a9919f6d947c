import { createHash } from 'node:crypto'
import { ok, type Result, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { chunkStream } from './chunk-stream'
import { sniffType } from './sniff-type'

export type NewFile = {
  purpose: 'logo' | 'import' | 'document'
  /** As the visitor's computer called it; the last 255 characters are kept. */
  name: string
  body: AsyncIterable<Uint8Array>
  maxBytes: number
  /** Media types, as sniffed, that are accepted; absent: any. */
  accept?: readonly string[]
}

export type StoredFile = { fileId: string; mediaType: string; sizeBytes: number; sha256: string }

const inMegabytes = (bytes: number) => `${Math.round((bytes / 1_048_576) * 10) / 10} MB`

const plainName = (name: string) =>
  name
    .replace(/^.*[/\\]/, '')
    .replace(/\p{Cc}/gu, '')
    .slice(-255) || 'file'

async function writeChunks(tx: TenantTx, fileId: string, file: NewFile) {
  const hash = createHash('sha256')
  let size = 0
  let mediaType = 'application/octet-stream'
  let position = 0
  for await (const bytes of chunkStream(file.body)) {
    size += bytes.length
    if (size > file.maxBytes)
      return refuse('file_too_large', { params: { limit: inMegabytes(file.maxBytes) } })
    if (position === 0) {
      mediaType = sniffType(bytes)
      if (file.accept && !file.accept.includes(mediaType))
        return refuse('file_unreadable', { params: { why: 'it is not of a kind that is expected here' } })
    }
    hash.update(bytes)
    await tx.fileChunk.createMany({ data: [{ fileId, position, bytes }] })
    position += 1
  }
  if (size === 0) return refuse('file_unreadable', { params: { why: 'it is empty' } })
  return ok({ fileId, mediaType, sizeBytes: size, sha256: hash.digest('hex') })
}

/**
 * Keeps a file of the tenant, read once from a stream, a megabyte at a time. What it is, is decided by its content.
 * @returns refusal 'file_too_large' or 'file_unreadable' (empty, or not of an accepted kind); the caller's
 *   transaction must then be rolled back, as every action does
 */
export async function storeFile(tx: TenantTx, actor: Actor, file: NewFile): Promise<Result<StoredFile>> {
  const { id } = await tx.file.create({
    data: {
      purpose: file.purpose,
      name: plainName(file.name),
      mediaType: 'application/octet-stream',
      createdBy: actor.kind === 'user' ? actor.userId : null,
    },
    select: { id: true },
  })
  const written = await writeChunks(tx, id, file)
  if (!written.ok) return written
  const { mediaType, sizeBytes, sha256 } = written.value
  await tx.file.updateMany({
    where: { id },
    data: { mediaType, sizeBytes: BigInt(sizeBytes), sha256, completedAt: new Date() },
  })
  return written
}
