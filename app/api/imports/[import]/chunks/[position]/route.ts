import { refuse } from '@/lib/action/result'
import { tenantRoute } from '@/lib/action/tenant-route'
import { chunkBytes } from '@/lib/imports/limits'
import { readLimited } from '@/lib/imports/read-limited'
import { receiveChunk } from '@/lib/imports/receive-chunk'
import { importIdSchema } from '@/lib/imports/schema'

/** Takes one piece of a file, at most 256 kB; whatever is longer is refused before it is read. */
export const PUT = tenantRoute({ can: 'import:create' }, async ({ tx, request, params }) => {
  const id = importIdSchema.safeParse({ importId: params.import })
  const position = Number(params.position)
  if (!id.success || !Number.isInteger(position) || position < 0) return refuse('not_found')
  const bytes = await readLimited(request, chunkBytes)
  if (!bytes) return refuse('file_too_large', { params: { limit: '256 kB in one piece' } })
  return receiveChunk(tx, { importId: id.data.importId, position, bytes })
})
