import { recordAudit } from '@/lib/audit/record-audit'
import { inTenant, type TenantContext, type TenantTx } from '@/lib/db/in-tenant'
import { proveWritable } from '@/lib/jobs/prove-writable'
import { commitRegisterBatch } from './commit-register-batch'
import { commitRosterBatch } from './commit-roster-batch'
import { countControlTotals } from './count-control-totals'
import { findImport, type Import } from './find-import'
import { lockImport } from './lock-import'
import type { Written } from './schema'

/** One batch of a commit: how far it came, how many rows it took, and what it wrote. */
export type BatchResult = { cursor: string; rows: number; written: Written }

/**
 * Writes an import, batch by batch. Every batch commits together with the cursor behind it, so that a worker that dies
 * loses nothing and repeats nothing. Batches of one tenant's imports wait for one another.
 * @throws JobHeld before the next batch when the company may not write any more; what is written stays, and calling it
 * again goes on
 */
export async function commitImport(
  context: TenantContext,
  importId: string,
  signal: AbortSignal,
): Promise<void> {
  const found = await inTenant(context, tx => findImport(tx, importId))
  if (found?.state !== 'committing') return
  for (;;) {
    signal.throwIfAborted()
    const step = await inTenant(context, tx => commitBatch(tx, found), { timeoutMs: 120_000 })
    if (step === 'stopped') return
    if (step === 'end') break
  }
  const control = await countControlTotals(context, found)
  await inTenant(context, async tx => {
    if (!(await lockImport(tx, importId, 'committing'))) return
    await tx.$executeRaw`
      update app.imports set state = 'done', finished_at = now(), control = ${JSON.stringify(control)}::jsonb
      where id = ${importId}::uuid`
    // Only refused rows are of further use; the others are people's data kept twice.
    await tx.$executeRaw`delete from app.import_rows where import_id = ${importId}::uuid and outcome <> 'refused'`
    await recordFinish(tx, context, importId)
  })
}

async function commitBatch(tx: TenantTx, found: Import): Promise<'more' | 'end' | 'stopped'> {
  const locked = await lockImport(tx, found.id, 'committing')
  if (!locked) return 'stopped'
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('imports ' || app.current_tenant()::text, 0))::text`
  await proveWritable(tx)
  const commit = found.kind === 'roster' ? commitRosterBatch : commitRegisterBatch
  const batch = await commit(tx, found, locked.cursor)
  if (!batch) return 'end'
  const current = await tx.$queryRaw<
    { written: Written }[]
  >`select written from app.imports where id = ${found.id}::uuid`
  const total = addWritten(current[0]?.written ?? {}, batch.written)
  await tx.$executeRaw`
    update app.imports set cursor = ${batch.cursor}, rows_done = rows_done + ${batch.rows}::int,
      written = ${JSON.stringify(total)}::jsonb
    where id = ${found.id}::uuid`
  return 'more'
}

function addWritten(a: Written, b: Written): Written {
  const sum = { ...a }
  for (const [what, count] of Object.entries(b) as [keyof Written, number][])
    sum[what] = (sum[what] ?? 0) + count
  return sum
}

async function recordFinish(tx: TenantTx, context: TenantContext, importId: string): Promise<void> {
  const finished = await findImport(tx, importId)
  if (!finished) return
  await recordAudit(
    tx,
    { kind: 'system', tenantId: context.tenantId, purpose: 'import' },
    {
      action: 'import:finished',
      subjectType: 'import',
      subjectId: importId,
      subjectLabel: finished.fileName,
      after: { ...finished.written },
    },
  )
}
