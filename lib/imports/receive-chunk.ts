import { ok, type Result, refuse } from '@/lib/action/result'
import type { TenantTx } from '@/lib/db/in-tenant'
import { appendChunk } from '@/lib/files/append-chunk'
import { chunkBytes } from './limits'

/**
 * Keeps one piece of an announced file; a piece may be sent again.
 * @returns refusal 'not_found', 'wrong_state' once the upload is finished, or 'file_unreadable' when the piece does
 * not have the length its place demands
 */
export async function receiveChunk(
  tx: TenantTx,
  input: { importId: string; position: number; bytes: Uint8Array },
): Promise<Result> {
  const rows = await tx.$queryRaw<{ fileId: string; sizeBytes: number; state: string }[]>`
    select file_id as "fileId", size_bytes::float8 as "sizeBytes", state from app.imports where id = ${input.importId}::uuid`
  const [found] = rows
  if (!found) return refuse('not_found')
  if (found.state !== 'uploading')
    return refuse('wrong_state', { params: { why: 'the file has been uploaded' } })
  const due = Math.min(chunkBytes, found.sizeBytes - input.position * chunkBytes)
  if (input.position < 0 || due !== input.bytes.length)
    return refuse('file_unreadable', { params: { why: 'a part of it has the wrong length' } })
  await appendChunk(tx, found.fileId, input.position, input.bytes)
  return ok()
}
