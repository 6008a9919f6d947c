import type { TenantTx } from '@/lib/db/in-tenant'
import { type Fraction, fraction } from '@/lib/fraction/fraction'
import { fromDbDate, type LocalDate } from '@/lib/time/local-date'

/** One period in which a homeowner owned, owns or will own a share of a unit. */
export type OwnedUnit = {
  ownershipId: string
  unitId: string
  label: string
  associationId: string
  associationName: string
  startsOn: LocalDate
  endsOn: LocalDate | null
  share: Fraction
  /** As of the date it is at the association. */
  when: 'now' | 'before' | 'later'
}

type Row = Omit<OwnedUnit, 'startsOn' | 'endsOn' | 'share'> & {
  startsOn: Date
  endsOn: Date | null
  numerator: bigint
  denominator: bigint
}

/** Lists the units of a homeowner that the actor can see: those owned now first, then later ones, then former ones. */
export async function listHomeownerUnits(tx: TenantTx, homeownerId: string): Promise<OwnedUnit[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select o.id as "ownershipId", u.id as "unitId", u.label, a.id as "associationId", a.name as "associationName",
      o.starts_on as "startsOn", o.ends_on as "endsOn", o.share_numerator as numerator,
      o.share_denominator as denominator,
      case when o.starts_on > t.today then 'later' when o.ends_on <= t.today then 'before' else 'now' end as "when"
    from app.ownerships o
    join app.units u on u.tenant_id = o.tenant_id and u.id = o.unit_id
    join app.associations a on a.tenant_id = u.tenant_id and a.id = u.association_id
    cross join lateral (select (now() at time zone a.zone)::date as today) t
    where o.homeowner_id = ${homeownerId}::uuid
    order by array_position(array['now', 'later', 'before'],
      case when o.starts_on > t.today then 'later' when o.ends_on <= t.today then 'before' else 'now' end),
      a.name_sort, u.label_sort, o.starts_on desc`
  return rows.map(({ numerator, denominator, startsOn, endsOn, ...row }) => ({
    ...row,
    startsOn: fromDbDate(startsOn),
    endsOn: endsOn && fromDbDate(endsOn),
    share: fraction(numerator, denominator),
  }))
}
