import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'

/**
 * Stops an import before its next batch; what is written already stays.
 * @returns refusal 'not_found', or 'wrong_state' when it has ended
 */
export async function cancelImport(tx: TenantTx, actor: UserActor, importId: string): Promise<Result> {
  const rows = await tx.$queryRaw<{ state: string; fileName: string }[]>`
    select state, file_name as "fileName" from app.imports where id = ${importId}::uuid for update`
  const [found] = rows
  if (!found) return refuse('not_found')
  if (['done', 'failed', 'cancelled'].includes(found.state))
    return refuse('wrong_state', { params: { why: 'the import has ended' } })
  await tx.$executeRaw`
    update app.imports set state = 'cancelled', cancelled_at = now(), cancelled_by = ${actor.userId}::uuid
    where id = ${importId}::uuid`
  await recordAudit(tx, actor, {
    action: 'import:cancelled',
    subjectType: 'import',
    subjectId: importId,
    subjectLabel: found.fileName,
    before: { state: found.state },
  })
  return ok()
}
