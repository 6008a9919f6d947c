import { Readable } from 'node:stream'
import { sessionFor } from '@/lib/action/request-face'
import { refuse } from '@/lib/action/result'
import { tenantRoute } from '@/lib/action/tenant-route'
import { findImport } from '@/lib/imports/find-import'
import { importIdSchema } from '@/lib/imports/schema'
import { writeRefusedFile } from '@/lib/imports/write-refused-file'

/** The refused rows with their reasons, as CSV, to be corrected and imported again. */
export const GET = tenantRoute({ can: 'import:read' }, async ({ tx, params, face }) => {
  const id = importIdSchema.safeParse({ importId: params.import })
  const found = id.success ? await findImport(tx, id.data.importId) : null
  if (!found || !face.tenant) return refuse('not_found')
  const rows = writeRefusedFile({ tenantId: face.tenant.id, sessionId: sessionFor(face, face.tenant) }, found)
  const name = `${found.fileName.replace(/\.[^.]*$/, '').replace(/[^\w .-]/g, '_')}-refused.csv`
  return new Response(Readable.toWeb(Readable.from(rows)) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
})
