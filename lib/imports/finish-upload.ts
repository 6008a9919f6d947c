import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'

/**
 * Ends an upload once every piece has come, and has the worker look at the file.
 * @returns refusal 'not_found', or 'wrong_state' when pieces are missing or the upload is over
 */
export async function finishUpload(tx: TenantTx, actor: UserActor, importId: string): Promise<Result> {
  const rows = await tx.$queryRaw<{ complete: boolean; fileName: string; state: string }[]>`
    select i.state, i.file_name as "fileName", coalesce((select sum(octet_length(c.bytes)) from app.file_chunks c
        where c.file_id = i.file_id), 0) = i.size_bytes as complete
    from app.imports i where i.id = ${importId}::uuid for update of i`
  const [found] = rows
  if (!found) return refuse('not_found')
  if (found.state !== 'uploading')
    return refuse('wrong_state', { params: { why: 'the file has been uploaded' } })
  if (!found.complete) return refuse('wrong_state', { params: { why: 'parts of the file are missing' } })
  await tx.$executeRaw`
    with i as (update app.imports set state = 'uploaded' where id = ${importId}::uuid returning file_id)
    update app.files f set completed_at = now() from i where f.id = i.file_id`
  await enqueueJob(tx, 'preview-import', { importId })
  await recordAudit(tx, actor, {
    action: 'import:uploaded',
    subjectType: 'import',
    subjectId: importId,
    subjectLabel: found.fileName,
  })
  return ok()
}
