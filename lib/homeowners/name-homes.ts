import type { TenantTx } from '@/lib/db/in-tenant'

const named = 3

/**
 * Names the homes that a homeowner owns now or later, as far as the actor sees them.
 * @returns the first few and how many more, in words; undefined when there are none
 */
export async function nameHomes(tx: TenantTx, homeownerId: string): Promise<string | undefined> {
  const homes = await tx.$queryRaw<{ name: string }[]>`
    select distinct on (a.name_sort, u.label_sort, u.id) a.name || ' · ' || u.label as name
    from app.ownerships o
    join app.units u on u.tenant_id = o.tenant_id and u.id = o.unit_id
    join app.associations a on a.tenant_id = u.tenant_id and a.id = u.association_id
    where o.homeowner_id = ${homeownerId}::uuid
      and (o.ends_on is null or o.ends_on > (now() at time zone a.zone)::date)
    order by a.name_sort, u.label_sort, u.id`
  const first = homes.slice(0, named).map(({ name }) => name)
  const more = homes.length - first.length
  return new Intl.ListFormat('en').format(more > 0 ? [...first, `${more} more`] : first) || undefined
}
