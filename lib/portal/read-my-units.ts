import type { TenantTx } from '@/lib/db/in-tenant'
import { type Fraction, fraction } from '@/lib/fraction/fraction'
import { ownedSince } from '@/lib/ownerships/rules'
import { fromDbDate, type LocalDate } from '@/lib/time/local-date'

export type MyUnit = {
  id: string
  label: string
  street: string | null
  city: string | null
  region: string | null
  postalCode: string | null
  associationId: string
  associationName: string
  share: Fraction
  since: LocalDate
  coOwners: { name: string; share: Fraction }[]
}

type UnitRow = Omit<MyUnit, 'share' | 'since' | 'coOwners'> & { today: Date }
type OwnerRow = { unitId: string; name: string; isMe: boolean; numerator: bigint; denominator: bigint }
type PeriodRow = { unitId: string; startsOn: Date; endsOn: Date | null }

/** What the signed-in homeowner owns today, and when the last ownership ended if there was one. */
export type MyUnits = { units: MyUnit[]; lastEndedOn: LocalDate | null }

async function readRows(tx: TenantTx) {
  const units = await tx.$queryRaw<UnitRow[]>`
    select u.id, u.label, coalesce(u.street, a.street) as street, coalesce(u.city, a.city) as city,
      coalesce(u.region, a.region) as region, coalesce(u.postal_code, a.postal_code) as "postalCode",
      a.id as "associationId", a.name as "associationName", (now() at time zone a.zone)::date as today
    from app.units u join app.associations a on a.tenant_id = u.tenant_id and a.id = u.association_id
    where u.id = any (array(select app.my_units())) order by a.name_sort, u.label_sort, u.id`
  const owners = await tx.$queryRaw<OwnerRow[]>`
    select unit_id as "unitId", name, is_me as "isMe", share_numerator as numerator, share_denominator as denominator
    from app.my_co_owners() order by name`
  const periods = await tx.$queryRaw<PeriodRow[]>`
    select unit_id as "unitId", starts_on as "startsOn", ends_on as "endsOn" from app.ownerships
    where homeowner_id = any (array(select app.my_homeowners()))`
  return { units, owners, periods }
}

/** Reads the signed-in homeowner's units of today, with co-owners by name and share. */
export async function readMyUnits(tx: TenantTx): Promise<MyUnits> {
  const { units, owners, periods } = await readRows(tx)
  const dated = periods.map(period => ({
    unitId: period.unitId,
    startsOn: fromDbDate(period.startsOn),
    endsOn: period.endsOn && fromDbDate(period.endsOn),
  }))
  const ends = dated.flatMap(({ endsOn }) => endsOn ?? []).sort()
  return {
    lastEndedOn: ends.at(-1) ?? null,
    units: units.flatMap(({ today, ...unit }) => {
      const those = owners.filter(owner => owner.unitId === unit.id)
      const me = those.find(owner => owner.isMe)
      const since = ownedSince(
        dated.filter(period => period.unitId === unit.id),
        fromDbDate(today),
      )
      if (!me || !since) return []
      const coOwners = those.filter(owner => !owner.isMe)
      const shareOf = (owner: OwnerRow) => fraction(owner.numerator, owner.denominator)
      return {
        ...unit,
        share: shareOf(me),
        since,
        coOwners: coOwners.map(owner => ({ name: owner.name, share: shareOf(owner) })),
      }
    }),
  }
}
