-- What the portal says about other people: names, never their email, telephone or address. Policies show a homeowner
-- no row but their own, so two functions hand out the names of those they share a unit or a board with. Definer,
-- because the rows they read are not the homeowner's; each starts from the signed-in person's own units.

-- Today's owners of the signed-in person's units, the person among them.
create function app.my_co_owners()
  returns table (unit_id uuid, name text, is_me boolean, share_numerator bigint, share_denominator bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 4 as $$
  select o.unit_id, h.name, h.id = any (array(select app.my_homeowners())), o.share_numerator, o.share_denominator
  from app.ownerships o
  join app.homeowners h on h.tenant_id = o.tenant_id and h.id = o.homeowner_id
  cross join lateral (select (now() at time zone a.zone)::date as today from app.units u
    join app.associations a on a.tenant_id = u.tenant_id and a.id = u.association_id
    where u.tenant_id = o.tenant_id and u.id = o.unit_id offset 0) there
  where o.tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid
    and o.unit_id = any (array(select app.my_units()))
    and o.starts_on <= there.today and (o.ends_on is null or o.ends_on > there.today)
$$;

-- Today's boards of the associations in which the signed-in person owns a unit.
create function app.my_boards()
  returns table (association_id uuid, title text, name text, starts_on date, ends_on date)
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 10 as $$
  select s.association_id, s.title, h.name, s.starts_on, s.ends_on
  from app.board_seats s
  join app.homeowners h on h.tenant_id = s.tenant_id and h.id = s.homeowner_id
  join app.associations a on a.tenant_id = s.tenant_id and a.id = s.association_id
  where s.tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid
    and s.association_id = any (array(select app.my_associations()))
    and s.starts_on <= (now() at time zone a.zone)::date
    and (s.ends_on is null or s.ends_on > (now() at time zone a.zone)::date)
$$;

revoke execute on function app.my_co_owners(), app.my_boards() from public;
grant execute on function app.my_co_owners(), app.my_boards() to portico_app;
