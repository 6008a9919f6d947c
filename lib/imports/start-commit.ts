import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { findImport } from './find-import'
import { matchChoice } from './match-choice'
import type { StartCommit } from './schema'

/**
 * Has the worker write what the dry run found; of a register the rows of the chosen companies and counties alone.
 * @returns refusal 'not_found', or 'wrong_state' when there is no dry run or nothing to write
 */
export async function startCommit(tx: TenantTx, actor: UserActor, input: StartCommit): Promise<Result> {
  await tx.$queryRaw`select 1 from app.imports where id = ${input.importId}::uuid for update`
  const found = await findImport(tx, input.importId)
  if (!found) return refuse('not_found')
  if (found.state !== 'previewed')
    return refuse('wrong_state', { params: { why: 'the dry run is not over' } })
  const chosenOf = (list: string[]) => (found.kind === 'register' && list.length > 0 ? list : null)
  const [managers, counties] = [chosenOf(input.managers), chosenOf(input.counties)]
  const chosen = await tx.$queryRaw<{ rows: number }[]>`
    select count(*)::int as rows from app.import_rows
    where import_id = ${found.id}::uuid and outcome in ('new', 'changed')
      and ${matchChoice({ managers: managers ?? [], counties: counties ?? [] })}`
  const rows = chosen[0]?.rows ?? 0
  if (rows === 0) return refuse('wrong_state', { params: { why: 'no row would change anything' } })
  await tx.$executeRaw`
    update app.imports set state = 'committing', chosen_managers = ${managers}::text[],
      chosen_counties = ${counties}::text[], rows_chosen = ${rows}::int, rows_done = 0, cursor = null, written = '{}',
      committed_at = now(), committed_by = ${actor.userId}::uuid
    where id = ${found.id}::uuid`
  await enqueueJob(tx, 'commit-import', { importId: found.id })
  await recordAudit(tx, actor, {
    action: 'import:started',
    subjectType: 'import',
    subjectId: found.id,
    subjectLabel: found.fileName,
    after: { rows, managers: managers ?? 'all', counties: counties ?? 'all' },
  })
  return ok()
}
