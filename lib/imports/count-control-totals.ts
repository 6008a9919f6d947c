import { inTenant, type TenantContext, type TenantTx } from '@/lib/db/in-tenant'
import { readBytes } from '@/lib/files/read-bytes'
import { findAssociations } from './find-associations'
import type { Import } from './find-import'
import { hintsOf } from './inspect-import'
import { parseRegisterRow } from './parse-register-row'
import { readTable } from './read-table'
import type { ControlTotals, Mapping } from './schema'
import type { TableRow } from './table-row'

const batchRows = 500

/**
 * Accounts for an import that is written: counts the file anew from its bytes, without the rows the dry run kept, and
 * the database without the numbers the commit kept.
 */
export async function countControlTotals(context: TenantContext, found: Import): Promise<ControlTotals> {
  const refused = await inTenant(
    context,
    tx => tx.$queryRaw<{ rowNumber: number }[]>`
    select row_number as "rowNumber" from app.import_rows where import_id = ${found.id}::uuid and outcome = 'refused'`,
  )
  const skip = new Set(refused.map(({ rowNumber }) => rowNumber))
  const lines =
    found.kind === 'roster'
      ? await countRoster(context, found, skip)
      : await countRegister(context, found, skip)
  return { lines, equal: lines.every(({ file, database, surplus }) => file === database - surplus) }
}

async function* acceptedRows(
  context: TenantContext,
  found: Import,
  skip: ReadonlySet<number>,
): AsyncGenerator<TableRow[]> {
  const opened = await readTable(readBytes(context, found.fileId), hintsOf(found))
  if (!opened.ok) throw opened.problem
  let batch: TableRow[] = []
  for await (const row of opened.table.rows) {
    if (skip.has(row.number) || batch.push(row) < batchRows) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
  await opened.table.close()
}

async function countRegister(
  context: TenantContext,
  found: Import,
  skip: ReadonlySet<number>,
): Promise<ControlTotals['lines']> {
  const associations = { what: 'Associations', file: 0, database: 0, surplus: 0 }
  const units = { what: 'Units', file: 0, database: 0, surplus: 0 }
  for await (const rows of acceptedRows(context, found, skip)) {
    const wanted = rows.flatMap(row => chosenRow(row, found))
    const stored = await inTenant(context, tx => findAssociations(tx, wanted))
    for (const { rowNumber, units: inFile } of wanted) {
      const standing = stored.get(rowNumber) ?? []
      associations.file += 1
      associations.database += standing.length
      units.file += inFile
      for (const one of standing) {
        units.database += one.units
        units.surplus += Math.max(0, one.units - inFile)
      }
    }
  }
  return [associations, units]
}

/** A row of the chosen companies and counties, with its number of units straight from the cell. */
function chosenRow(row: TableRow, { mapping, chosenManagers, chosenCounties }: Import) {
  const parsed = parseRegisterRow(field => cellOf(row, mapping, field))
  if (!parsed.ok) return []
  const { externalKey, name, canonicalCounty: county, manager } = parsed.value
  if (chosenManagers && !chosenManagers.includes(manager?.key ?? '')) return []
  if (chosenCounties && !chosenCounties.includes(county ?? '')) return []
  const units = Number(cellOf(row, mapping, 'units').replace(/\D/g, '') || 0)
  return [{ rowNumber: row.number, externalKey, name, county, units }]
}

function cellOf(row: TableRow, mapping: Mapping, field: string): string {
  return row.cells[mapping[field] ?? -1] ?? ''
}

async function countRoster(
  context: TenantContext,
  found: Import,
  skip: ReadonlySet<number>,
): Promise<ControlTotals['lines']> {
  let file = 0
  for await (const rows of acceptedRows(context, found, skip)) file += rows.length
  const database = await inTenant(context, tx => countOwners(tx, found.id), { timeoutMs: 60_000 })
  return [{ what: 'Owners of units', file, database, surplus: 0 }]
}

/** Rows whose unit has an owner of that name on record. */
async function countOwners(tx: TenantTx, importId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from app.import_rows r
    where r.import_id = ${importId}::uuid and r.outcome <> 'refused' and exists (
      select 1 from app.ownerships o join app.homeowners h on h.id = o.homeowner_id
      where o.unit_id = r.unit_id and h.name_sort = app.normalise(r.value ->> 'name'))`
  return rows[0]?.count ?? 0
}
