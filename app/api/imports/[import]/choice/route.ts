import { ok, refuse } from '@/lib/action/result'
import { tenantRoute } from '@/lib/action/tenant-route'
import { countChoice } from '@/lib/imports/count-choice'
import { findImport } from '@/lib/imports/find-import'
import { importIdSchema } from '@/lib/imports/schema'

/** What the companies (`manager`) and counties (`county`) in the query come to. */
export const GET = tenantRoute({ can: 'import:read' }, async ({ tx, params, query }) => {
  const id = importIdSchema.safeParse({ importId: params.import })
  if (!id.success || !(await findImport(tx, id.data.importId))) return refuse('not_found')
  const choice = {
    managers: query.getAll('manager').slice(0, 500),
    counties: query.getAll('county').slice(0, 500),
  }
  return ok(await countChoice(tx, id.data.importId, choice))
})
