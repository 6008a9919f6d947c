-- Whether a homeowner owns a unit today, by the date at its association, or is to own one. Definer: whoever archives
-- a homeowner may see only some associations, and every ownership counts.
create function app.homeowner_owns(p_homeowner uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select app.is_staff() and exists (
    select 1 from app.ownerships o
    join app.units u on u.tenant_id = o.tenant_id and u.id = o.unit_id
    join app.associations a on a.tenant_id = u.tenant_id and a.id = u.association_id
    where o.tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid and o.homeowner_id = p_homeowner
      and (o.ends_on is null or o.ends_on > (now() at time zone a.zone)::date))
$$;
revoke execute on function app.homeowner_owns(uuid) from public;
grant execute on function app.homeowner_owns(uuid) to portico_app;
