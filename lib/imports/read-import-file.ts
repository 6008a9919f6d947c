import { createHash, type Hash } from 'node:crypto'
import { inTenant, type TenantContext } from '@/lib/db/in-tenant'
import { readBytes } from '@/lib/files/read-bytes'
import type { Import } from './find-import'
import { hintsOf } from './inspect-import'
import { judgeRegisterBatch } from './judge-register-batch'
import { lockImport } from './lock-import'
import { readTable } from './read-table'
import { rosterMatcher } from './roster-matcher'
import { stageRows } from './stage-rows'
import type { TableRow } from './table-row'

const batchRows = 500

/**
 * Reads the file from its beginning and keeps a verdict on every row that no earlier try has kept.
 * @returns false when the import was cancelled or restarted meanwhile
 * @throws UnreadableFile when the file cannot be read to its end
 */
export async function readImportFile(
  context: TenantContext,
  found: Import,
  signal: AbortSignal,
): Promise<boolean> {
  const meter = new Meter()
  const opened = await readTable(meter.measure(readBytes(context, found.fileId)), hintsOf(found))
  if (!opened.ok) throw opened.problem
  const { table } = opened
  const judge = found.kind === 'roster' ? rosterMatcher(new Date()) : judgeRegisterBatch
  try {
    let batch: TableRow[] = []
    for await (const row of table.rows) {
      if (row.number <= found.readToRow || batch.push(row) < batchRows) continue
      signal.throwIfAborted()
      if (!(await keepBatch(context, found, judge, batch, meter.bytes))) return false
      batch = []
    }
    if (batch.length > 0 && !(await keepBatch(context, found, judge, batch, meter.bytes))) return false
  } finally {
    await table.close()
  }
  await inTenant(
    context,
    tx => tx.$executeRaw`
      update app.imports set read_finished_at = now(), read_bytes = size_bytes, sha256 = ${meter.digest()},
        encoding = ${table.encoding}
      where id = ${found.id}::uuid and state = 'previewing' and preview_number = ${found.previewNumber}::int`,
  )
  return true
}

type Judge = typeof judgeRegisterBatch

/** Judges and keeps a batch in one transaction with the row it reaches; rows that another worker kept are left out. */
async function keepBatch(
  context: TenantContext,
  found: Import,
  judge: Judge,
  batch: TableRow[],
  bytes: number,
): Promise<boolean> {
  return inTenant(
    context,
    async tx => {
      const locked = await lockImport(tx, found.id, 'previewing')
      if (locked?.previewNumber !== found.previewNumber) return false
      const rows = batch.filter(({ number }) => number > locked.readToRow)
      const last = rows.at(-1)
      if (!last) return true
      const staged = await judge(tx, found.id, rows, found.mapping)
      await stageRows(tx, found.id, staged, { readToRow: last.number, readBytes: bytes })
      return true
    },
    { timeoutMs: 60_000 },
  )
}

/** Counts and hashes the bytes that pass. */
class Meter {
  bytes = 0
  #hash: Hash = createHash('sha256')

  async *measure(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.bytes += chunk.length
      this.#hash.update(chunk)
      yield chunk
    }
  }

  digest(): string {
    return this.#hash.digest('hex')
  }
}
