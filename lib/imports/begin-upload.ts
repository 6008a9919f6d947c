import { ok, type Result, refuse } from '@/lib/action/result'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { maxFileBytes } from './limits'
import type { BeginUpload } from './schema'

/**
 * Announces a file: its pieces may come from now on.
 * @returns refusal 'forbidden' for staff limited to some associations, since a file may speak of any, or
 * 'file_too_large'
 */
export async function beginUpload(
  tx: TenantTx,
  actor: UserActor,
  input: BeginUpload,
): Promise<Result<{ importId: string }>> {
  if (actor.scope === 'chosen') return refuse('forbidden')
  if (input.sizeBytes > maxFileBytes) return refuse('file_too_large', { params: { limit: '50 MB' } })
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with file as (
      insert into app.files (purpose, name, media_type, size_bytes, created_by)
      values ('import', ${input.fileName}, 'application/octet-stream', ${input.sizeBytes}::bigint, ${actor.userId}::uuid)
      returning id)
    insert into app.imports (file_id, file_name, size_bytes, kind, created_by)
    select id, ${input.fileName}, ${input.sizeBytes}::bigint, ${input.kind ?? null}, ${actor.userId}::uuid from file
    returning id`
  return ok({ importId: rows[0]!.id })
}
