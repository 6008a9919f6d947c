import { ok, type Result, refuse } from '@/lib/action/result'
import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import type { RereadFile } from './schema'

/**
 * Has the file looked at again with encoding, delimiter or header row set by hand.
 * @returns refusal 'not_found' or 'wrong_state'
 */
export async function rereadFile(tx: TenantTx, input: RereadFile): Promise<Result> {
  const changed = await tx.$executeRaw`
    update app.imports set state = 'uploaded', encoding = ${input.encoding}, delimiter = ${input.delimiter},
      header_row = ${input.headerRow}::int, problem = null, problem_row = null, finished_at = null
    where id = ${input.importId}::uuid and state in ('inspected', 'previewed', 'failed')`
  if (changed === 0) {
    const found = await tx.$queryRaw<unknown[]>`select 1 from app.imports where id = ${input.importId}::uuid`
    return found.length === 0
      ? refuse('not_found')
      : refuse('wrong_state', { params: { why: 'the file is being worked on' } })
  }
  await tx.$executeRaw`delete from app.import_rows where import_id = ${input.importId}::uuid`
  await enqueueJob(tx, 'preview-import', { importId: input.importId })
  return ok()
}
