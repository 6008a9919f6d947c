import { ok, refuse } from '@/lib/action/result'
import { tenantRoute } from '@/lib/action/tenant-route'
import { findImport } from '@/lib/imports/find-import'
import { listManagers } from '@/lib/imports/list-managers'
import { importIdSchema } from '@/lib/imports/schema'

/** The management companies that a register names, narrowed by `q`. */
export const GET = tenantRoute({ can: 'import:read' }, async ({ tx, params, query }) => {
  const id = importIdSchema.safeParse({ importId: params.import })
  if (!id.success || !(await findImport(tx, id.data.importId))) return refuse('not_found')
  return ok(await listManagers(tx, id.data.importId, (query.get('q') ?? '').slice(0, 80)))
})
