import { ok, refuse } from '@/lib/action/result'
import { tenantRoute } from '@/lib/action/tenant-route'
import { readProgress } from '@/lib/imports/read-progress'
import { importIdSchema } from '@/lib/imports/schema'

/** How far an import is, for the page that shows it live. */
export const GET = tenantRoute({ can: 'import:read' }, async ({ tx, account, params }) => {
  const id = importIdSchema.safeParse({ importId: params.import })
  const progress = id.success ? await readProgress(tx, account, id.data.importId) : null
  return progress ? ok(progress) : refuse('not_found')
})
