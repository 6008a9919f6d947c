import { inTenant, type TenantContext, type TenantTx } from '@/lib/db/in-tenant'
import type { Import } from './find-import'
import { judgeUnits, type UnitsVerdict } from './judge-units'
import { loadUnits } from './load-units'
import { lockImport } from './lock-import'
import type { RowOutcome } from './schema'

const batchUnits = 300

/**
 * Judges the rows of a roster unit by unit, once all of them are read.
 * @returns false when the import was cancelled or restarted meanwhile
 */
export async function judgeRoster(
  context: TenantContext,
  found: Import,
  signal: AbortSignal,
): Promise<boolean> {
  for (;;) {
    signal.throwIfAborted()
    const step = await inTenant(context, tx => judgeBatch(tx, found), { timeoutMs: 60_000 })
    if (step !== 'more') return step === 'end'
  }
}

async function judgeBatch(tx: TenantTx, found: Import): Promise<'more' | 'end' | 'stopped'> {
  const locked = await lockImport(tx, found.id, 'previewing')
  if (locked?.previewNumber !== found.previewNumber) return 'stopped'
  const unitIds = await nextUnits(tx, found.id, locked.cursor, ['pending'], batchUnits)
  const last = unitIds.at(-1)
  if (!last) return 'end'
  const { rows } = judgeUnits(await loadUnits(tx, found.id, unitIds, new Date()))
  await keepVerdict(tx, found.id, rows)
  const count = (outcome: RowOutcome) => rows.filter(row => row.outcome === outcome).length
  await tx.$executeRaw`
    update app.imports set cursor = ${last}, new_count = new_count + ${count('new')}::int,
      changed_count = changed_count + ${count('changed')}::int,
      unchanged_count = unchanged_count + ${count('unchanged')}::int,
      refused_count = refused_count + ${count('refused')}::int
    where id = ${found.id}::uuid`
  return 'more'
}

/** The next units, in the order of their ids, that rows with one of these outcomes speak of. */
export async function nextUnits(
  tx: TenantTx,
  importId: string,
  after: string | null,
  outcomes: readonly string[],
  limit: number,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ unitId: string }[]>`
    select distinct unit_id as "unitId" from app.import_rows
    where import_id = ${importId}::uuid and outcome = any(${[...outcomes]}::text[])
      and unit_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by unit_id limit ${limit}`
  return rows.map(({ unitId }) => unitId)
}

/** Writes verdicts onto rows; what parsing noted about them stays in front. */
async function keepVerdict(tx: TenantTx, importId: string, rows: UnitsVerdict['rows']): Promise<void> {
  await tx.$executeRaw`
    update app.import_rows r set outcome = v.outcome, messages = r.messages || v.messages
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v("rowNumber" int, outcome text, messages jsonb)
    where r.import_id = ${importId}::uuid and r.row_number = v."rowNumber"`
}
