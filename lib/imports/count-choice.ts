import type { TenantTx } from '@/lib/db/in-tenant'
import { matchChoice } from './match-choice'
import type { RegisterChoice } from './schema'

/** What the chosen part of a register comes to. */
export type ChoiceCount = { new: number; changed: number; unchanged: number; units: number }

/** Counts the rows of the chosen companies and counties; none chosen means all. */
export async function countChoice(
  tx: TenantTx,
  importId: string,
  choice: RegisterChoice,
): Promise<ChoiceCount> {
  const rows = await tx.$queryRaw<ChoiceCount[]>`
    select count(*) filter (where outcome = 'new')::int as new, count(*) filter (where outcome = 'changed')::int as changed,
      count(*) filter (where outcome = 'unchanged')::int as unchanged,
      coalesce(sum(unit_count) filter (where outcome = 'new'), 0)::int as units
    from app.import_rows
    where import_id = ${importId}::uuid and outcome in ('new', 'changed', 'unchanged')
      and ${matchChoice(choice)}`
  return rows[0] ?? { new: 0, changed: 0, unchanged: 0, units: 0 }
}
