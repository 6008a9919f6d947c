import type { TenantTx } from '@/lib/db/in-tenant'
import { findAssociations } from './find-associations'
import { findStagedKeys } from './find-staged-keys'
import { judgeRegisterRow } from './judge-register-row'
import { parseRegisterRow, type RegisterRow } from './parse-register-row'
import { messageOf } from './row-problems'
import type { Mapping, RowMessage } from './schema'
import type { StagedRow } from './stage-rows'
import type { TableRow } from './table-row'

type Parsed = { row: TableRow; value: RegisterRow; notes: RowMessage[]; matchKey: string }

/** Parses rows of a register and says of each what it would change; a second row about one association is refused. */
export async function judgeRegisterBatch(
  tx: TenantTx,
  importId: string,
  rows: readonly TableRow[],
  mapping: Mapping,
): Promise<StagedRow[]> {
  const staged: StagedRow[] = []
  const parsed: Parsed[] = []
  for (const row of rows) {
    const result = parseRow(row, mapping)
    if ('messages' in result) staged.push(refused(row, result.messages))
    else parsed.push(result)
  }
  const seen = await findStagedKeys(
    tx,
    importId,
    parsed.map(({ matchKey }) => matchKey),
  )
  const wanted = parsed.map(({ row, value }) => ({
    rowNumber: row.number,
    externalKey: value.externalKey,
    name: value.name,
    county: value.canonicalCounty,
  }))
  const stored = await findAssociations(tx, wanted)
  for (const { row, value, notes, matchKey } of parsed) {
    const earlier = seen.get(matchKey)
    if (earlier !== undefined) {
      const message = `Row ${earlier} of this file speaks of the same association.`
      staged.push(refused(row, [{ field: value.externalKey ? 'externalKey' : 'name', message }]))
      continue
    }
    const { outcome, messages } = judgeRegisterRow(value, stored.get(row.number) ?? [])
    if (outcome !== 'refused') seen.set(matchKey, row.number)
    staged.push({
      rowNumber: row.number,
      cells: row.cells,
      outcome,
      messages: [...messages, ...notes],
      value,
      matchKey,
      managerKey: value.manager?.key ?? null,
      managerName: value.manager?.name ?? null,
      county: value.canonicalCounty,
      unitCount: value.unitCount,
    })
  }
  return staged
}

function parseRow(row: TableRow, mapping: Mapping): Parsed | { messages: RowMessage[] } {
  if (row.problem) return { messages: [messageOf(row.problem)] }
  const result = parseRegisterRow(field => row.cells[mapping[field] ?? -1] ?? '')
  if (!result.ok) return { messages: result.messages }
  const { value, notes } = result
  const matchKey = value.externalKey ?? `${value.name.toLowerCase()}\u001F${value.canonicalCounty ?? ''}`
  return { row, value, notes, matchKey }
}

function refused(row: TableRow, messages: RowMessage[]): StagedRow {
  return { rowNumber: row.number, cells: row.cells, outcome: 'refused', messages, value: null }
}
