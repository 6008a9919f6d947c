import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { TenantTx } from '@/lib/db/in-tenant'
import { fraction } from '@/lib/fraction/fraction'
import { fromDbDate, type LocalDate } from '@/lib/time/local-date'
import type { Period } from './rules'

/** A period on record, with what people call its owner. */
export type KnownPeriod = Period & { id: string; name: string; email: string | null }

/** Who owned a unit when, as it stands now. */
export type UnitHistory = {
  unit: { id: string; label: string; archived: boolean }
  association: { id: string; name: string; zone: string }
  /** The date it is at the association. */
  today: LocalDate
  /** The latest first. */
  periods: KnownPeriod[]
  /** Names this state of the history: a form sends it back, so that a change in between is noticed. */
  seen: string
}

type UnitRow = {
  id: string
  label: string
  status: string
  associationId: string
  associationName: string
  zone: string
  today: Date
}

async function readUnit(tx: TenantTx, unitId: string, lock: boolean): Promise<UnitRow | undefined> {
  // Changes of one unit's ownership queue up here; each then sees what the one before has written.
  if (lock) await tx.$queryRaw`select 1 from app.units where id = ${unitId}::uuid for no key update`
  const [row] = await tx.$queryRaw<UnitRow[]>`
    select u.id, u.label, u.status, a.id as "associationId", a.name as "associationName", a.zone,
      (now() at time zone a.zone)::date as today
    from app.units u join app.associations a on a.tenant_id = u.tenant_id and a.id = u.association_id
    where u.id = ${unitId}::uuid`
  return row
}

/**
 * Reads who owned a unit when.
 * @param options.lock keeps others from changing this unit's ownership until the transaction ends
 * @returns null when there is no such unit, or the actor cannot see it
 */
export async function readHistory(
  tx: TenantTx,
  unitId: string,
  { lock = false } = {},
): Promise<UnitHistory | null> {
  const unit = z.uuid().safeParse(unitId).success ? await readUnit(tx, unitId, lock) : undefined
  if (!unit) return null
  const rows = await tx.ownership.findMany({
    where: { unitId },
    include: { homeowner: { select: { name: true, email: true } } },
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
  })
  const state = rows.map(row => `${row.id} ${row.updatedAt.toISOString()}`).sort()
  return {
    unit: { id: unit.id, label: unit.label, archived: unit.status === 'archived' },
    association: { id: unit.associationId, name: unit.associationName, zone: unit.zone },
    today: fromDbDate(unit.today),
    periods: rows.map(row => ({
      id: row.id,
      homeownerId: row.homeownerId,
      ...row.homeowner,
      startsOn: fromDbDate(row.startsOn),
      endsOn: row.endsOn && fromDbDate(row.endsOn),
      share: fraction(row.shareNumerator, row.shareDenominator),
    })),
    seen: createHash('sha256').update(state.join('\n')).digest('hex').slice(0, 24),
  }
}
