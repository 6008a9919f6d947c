import { refuse } from '@/lib/action/result'
import { tenantRoute } from '@/lib/action/tenant-route'
import { finishUpload } from '@/lib/imports/finish-upload'
import { importIdSchema } from '@/lib/imports/schema'

/** Ends an upload; the worker then looks at the file. */
export const POST = tenantRoute({ can: 'import:create' }, async ({ tx, actor, params }) => {
  const id = importIdSchema.safeParse({ importId: params.import })
  return id.success ? finishUpload(tx, actor, id.data.importId) : refuse('not_found')
})
