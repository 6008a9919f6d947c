import type { TenantTx } from '@/lib/db/in-tenant'

/** An association in figures, as of the date it is there. */
export type Overview = {
  /** Active units. */
  units: number
  /** Of them, those somebody owns today. */
  owned: number
  /** People who own a unit today. */
  owners: number
  /** Of them, those who have taken up an invitation to the portal. */
  inPortal: number
}

/** Counts an association's units and owners today. */
export async function readOverview(tx: TenantTx, associationId: string): Promise<Overview> {
  const [row] = await tx.$queryRaw<Overview[]>`
    with today as (select (now() at time zone zone)::date as day from app.associations where id = ${associationId}::uuid),
    held as (
      select o.unit_id, o.homeowner_id from app.units u
      join app.ownerships o on o.tenant_id = u.tenant_id and o.unit_id = u.id
      where u.association_id = ${associationId}::uuid and u.status = 'active'
        and o.starts_on <= (select day from today) and (o.ends_on is null or o.ends_on > (select day from today)))
    select
      (select count(*) from app.units where association_id = ${associationId}::uuid and status = 'active')::int as units,
      (select count(distinct unit_id) from held)::int as owned,
      (select count(distinct homeowner_id) from held)::int as owners,
      (select count(*) from app.homeowners h join app.users p on p.tenant_id = h.tenant_id and p.id = h.user_id
        where h.id in (select homeowner_id from held) and p.suspended_at is null
          and (p.email_verified_at is not null or p.password_hash is not null))::int as "inPortal"`
  return row ?? { units: 0, owned: 0, owners: 0, inPortal: 0 }
}
