import type { TenantTx } from '@/lib/db/in-tenant'
import type { BatchResult } from './commit-import'
import { findAssociations } from './find-associations'
import type { Import } from './find-import'
import { judgeRegisterRow, type RegisterVerdict } from './judge-register-row'
import { matchChoice } from './match-choice'
import type { RegisterRow } from './parse-register-row'
import { refuseRows } from './refuse-rows'
import { addUnits, createAssociations, updateAssociations } from './write-associations'

const batchRows = 400
const batchUnits = 10_000

type Judged = { rowNumber: number; value: RegisterRow; verdict: RegisterVerdict }

/** Writes the next associations of a register with their units; null when there are none left. */
export async function commitRegisterBatch(
  tx: TenantTx,
  found: Import,
  cursor: string | null,
): Promise<BatchResult | null> {
  const rows = await nextRows(tx, found, Number(cursor ?? 0))
  const last = rows.at(-1)
  if (!last) return null
  const wanted = rows.map(({ rowNumber, value }) => ({
    rowNumber,
    externalKey: value.externalKey,
    name: value.name,
    county: value.canonicalCounty,
  }))
  // Judged again: other hands may have been at work since the dry run.
  const stored = await findAssociations(tx, wanted)
  const judged: Judged[] = rows.map(row => ({
    ...row,
    verdict: judgeRegisterRow(row.value, stored.get(row.rowNumber) ?? []),
  }))
  const created = await createAssociations(tx, judged.flatMap(toCreate))
  const changed = judged.flatMap(({ verdict }) => (verdict.outcome === 'changed' ? [verdict] : []))
  await updateAssociations(
    tx,
    changed.map(({ association, facts }) => ({ id: association.id, ...facts })),
  )
  const unitsCreated = await addUnits(tx, [
    ...created.map(({ id, missingUnits }) => ({ id, standing: 0, missing: missingUnits })),
    ...changed.map(({ association, missingUnits }) => ({
      id: association.id,
      standing: association.units,
      missing: missingUnits,
    })),
  ])
  const refused = judged.flatMap(({ rowNumber, verdict }) =>
    verdict.outcome === 'refused' ? [{ rowNumber, messages: verdict.messages }] : [],
  )
  await refuseRows(tx, found.id, refused)
  return {
    cursor: String(last.rowNumber),
    rows: rows.length,
    written: {
      associationsCreated: created.length,
      associationsChanged: changed.length,
      unitsCreated,
      rowsRefused: refused.length,
    },
  }
}

function toCreate({ value, verdict }: Judged) {
  if (verdict.outcome !== 'new') return []
  return [{ ...verdict.facts, externalKey: value.externalKey, missingUnits: verdict.missingUnits }]
}

async function nextRows(
  tx: TenantTx,
  found: Import,
  after: number,
): Promise<{ rowNumber: number; value: RegisterRow }[]> {
  const { chosenManagers: managers, chosenCounties: counties } = found
  const rows = await tx.$queryRaw<{ rowNumber: number; value: RegisterRow }[]>`
    select row_number as "rowNumber", value from app.import_rows
    where import_id = ${found.id}::uuid and outcome in ('new', 'changed') and row_number > ${after}::int
      and ${matchChoice({ managers: managers ?? [], counties: counties ?? [] })}
    order by row_number limit ${batchRows}`
  let units = 0
  const end = rows.findIndex(({ value }, index) => {
    units += value.unitCount
    return index > 0 && units > batchUnits
  })
  return end < 0 ? rows : rows.slice(0, end)
}
