import type { TenantTx } from '@/lib/db/in-tenant'
import type { BatchResult } from './commit-import'
import type { Import } from './find-import'
import { nextUnits } from './judge-roster'
import { judgeUnits } from './judge-units'
import { loadUnits } from './load-units'
import { refuseRows } from './refuse-rows'
import { changePeople, createPeople, endOwnerships, startOwnerships } from './write-owners'

const batchUnits = 300

/** Writes the owners of the next units of a roster; null when there are none left. */
export async function commitRosterBatch(
  tx: TenantTx,
  found: Import,
  cursor: string | null,
): Promise<BatchResult | null> {
  const unitIds = await nextUnits(tx, found.id, cursor, ['new', 'changed'], batchUnits)
  const last = unitIds.at(-1)
  if (!last) return null
  // Judged again: other hands, or an earlier batch, may have been at work since the dry run.
  const facts = await loadUnits(tx, found.id, unitIds, new Date())
  const verdict = judgeUnits(facts)
  const idOf = await createPeople(tx, verdict.newPeople)
  await changePeople(tx, [...verdict.changedPeople.values()])
  await endOwnerships(tx, verdict.ended)
  await startOwnerships(
    tx,
    verdict.started.map(period => ({
      ...period,
      homeownerId: idOf.get(period.homeownerId) ?? period.homeownerId,
    })),
  )
  const refused = verdict.rows.filter(({ outcome }) => outcome === 'refused')
  await refuseRows(tx, found.id, refused)
  const rows = await tx.$queryRaw<{ rows: number }[]>`
    select count(*)::int as rows from app.import_rows
    where import_id = ${found.id}::uuid and unit_id = any(${unitIds}::uuid[]) and outcome in ('new', 'changed')`
  return {
    cursor: last,
    rows: (rows[0]?.rows ?? 0) + refused.length,
    written: {
      homeownersCreated: idOf.size,
      homeownersChanged: verdict.changedPeople.size,
      ownershipsStarted: verdict.started.length,
      ownershipsEnded: verdict.ended.length,
      rowsRefused: refused.length,
    },
  }
}
