import { ok, type Result, refuse } from '@/lib/action/result'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { findImport } from './find-import'
import { missingFields } from './guess-mapping'
import { fitMapping, headerKey } from './header-key'
import { fieldsOf, type ImportKind, type StartPreview } from './schema'

/**
 * Takes the columns as confirmed, remembers them for files with the same headings, and starts the dry run anew.
 * @returns refusal 'not_found', 'wrong_state' once a commit has begun, or 'invalid' naming what has no column
 */
export async function startPreview(tx: TenantTx, actor: UserActor, input: StartPreview): Promise<Result> {
  await tx.$queryRaw`select 1 from app.imports where id = ${input.importId}::uuid for update`
  const found = await findImport(tx, input.importId)
  if (!found) return refuse('not_found')
  if (!['inspected', 'previewing', 'previewed'].includes(found.state))
    return refuse('wrong_state', { params: { why: 'the import is past its dry run' } })
  const twice = input.columns.find((field, at) => field !== '' && input.columns.indexOf(field) !== at)
  if (twice !== undefined)
    return refuse('invalid', {
      fields: { columns: `Two columns are given as “${labelOf(input.kind, twice)}”.` },
    })
  const said = Object.fromEntries(input.columns.flatMap((field, column) => (field ? [[field, column]] : [])))
  const mapping = fitMapping(said, found.header, fieldsOf(input.kind))
  const missing = missingFields(mapping, input.kind)
  if (missing.length > 0)
    return refuse('invalid', { fields: { columns: `Choose a column for: ${missing.join(', ')}.` } })
  const json = JSON.stringify(mapping)
  await tx.$executeRaw`
    insert into app.import_mappings (kind, header_key, mapping, updated_by)
    values (${input.kind}, ${headerKey(found.header)}, ${json}::jsonb, ${actor.userId}::uuid)
    on conflict (tenant_id, header_key) do update
      set kind = excluded.kind, mapping = excluded.mapping, updated_by = excluded.updated_by`
  await tx.$executeRaw`delete from app.import_rows where import_id = ${input.importId}::uuid`
  await tx.$executeRaw`
    update app.imports set state = 'previewing', kind = ${input.kind}, mapping = ${json}::jsonb,
      preview_number = preview_number + 1, read_to_row = 0, read_bytes = 0, read_finished_at = null, cursor = null,
      new_count = 0, changed_count = 0, unchanged_count = 0, refused_count = 0, previewed_at = null,
      chosen_managers = null, chosen_counties = null
    where id = ${input.importId}::uuid`
  await enqueueJob(tx, 'preview-import', { importId: input.importId })
  return ok()
}

function labelOf(kind: ImportKind, field: string): string {
  return fieldsOf(kind).find(({ name }) => name === field)?.label ?? field
}
