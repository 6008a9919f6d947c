-- Homeowners (people or entities) and ownerships: who owned which unit, in which period, with which share.
create table app.homeowners (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  id uuid not null default app.new_id(),
  -- the sign-in of this person, once invited
  user_id uuid,
  name text not null check (name = btrim(name) and char_length(name) between 1 and 200),
  email text check (email = lower(btrim(email)) and position('@' in email) > 1),
  phone text,
  mailing_street text, mailing_city text, mailing_region text, mailing_postal_code text, mailing_country text,
  status text not null default 'active' check (status in ('active', 'archived')),
  archived_at timestamptz,
  archived_by uuid,
  name_sort text collate "C" generated always as (app.normalise(name)) stored,
  search_text text generated always as (app.normalise(name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, user_id),
  foreign key (tenant_id, user_id) references app.users (tenant_id, id),
  foreign key (tenant_id, archived_by) references app.users (tenant_id, id),
  check ((status = 'archived') = (archived_at is not null))
);
comment on table app.homeowners is 'A person or entity that owns, or owned, a unit.';
create index homeowners_name on app.homeowners (tenant_id, name_sort, id);
create index homeowners_email on app.homeowners (tenant_id, email);
create trigger homeowners_touch before update on app.homeowners for each row execute function app.touch();

create table app.ownerships (
  tenant_id uuid not null default app.current_tenant(),
  id uuid not null default app.new_id(),
  unit_id uuid not null,
  homeowner_id uuid not null,
  -- half-open, dates of the association's zone: owned on starts_on, no longer on ends_on
  starts_on date not null,
  ends_on date,
  share_numerator bigint not null default 1 check (share_numerator > 0),
  share_denominator bigint not null default 1 check (share_denominator between 1 and 1000000000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references app.units (tenant_id, id),
  foreign key (tenant_id, homeowner_id) references app.homeowners (tenant_id, id),
  check (ends_on > starts_on),
  check (share_numerator <= share_denominator)
);
comment on table app.ownerships is 'A period in which a homeowner owned a share of a unit.';
create index ownerships_unit on app.ownerships (tenant_id, unit_id, starts_on);
create index ownerships_homeowner on app.ownerships (tenant_id, homeowner_id);
create trigger ownerships_touch before update on app.ownerships for each row execute function app.touch();

-- On every day on which a unit is owned at all, the shares of its owners sum to exactly one. Checked when the
-- transaction commits, one transaction at a time for each unit. Definer: every owner counts, seen or not.
create function app.check_ownership_shares() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  v_unit uuid := coalesce(new.unit_id, old.unit_id);
  v_tenant uuid := coalesce(new.tenant_id, old.tenant_id);
  v_whole numeric := 1;
  v_denominator bigint;
  v_day date;
  v_sum numeric;
begin
  -- A row lock, since a batch of a hundred thousand would not fit into the table of advisory locks.
  perform 1 from app.units where tenant_id = v_tenant and id = v_unit for no key update;
  if not found then
    raise exception 'the unit to check cannot be locked' using errcode = 'object_not_in_prerequisite_state';
  end if;
  for v_denominator in select distinct share_denominator from app.ownerships
    where tenant_id = v_tenant and unit_id = v_unit loop
    v_whole := lcm(v_whole, v_denominator::numeric);
  end loop;
  for v_day, v_sum in
    select d.day, sum(o.share_numerator * (v_whole / o.share_denominator))
    from (select starts_on as day from app.ownerships where tenant_id = v_tenant and unit_id = v_unit
          union select ends_on from app.ownerships where tenant_id = v_tenant and unit_id = v_unit and ends_on is not null) d
    join app.ownerships o on o.tenant_id = v_tenant and o.unit_id = v_unit
      and o.starts_on <= d.day and (o.ends_on is null or o.ends_on > d.day)
    group by d.day loop
    if v_sum <> v_whole then
      raise exception 'shares of the unit sum to %/% on %', v_sum, v_whole, v_day
        using errcode = 'check_violation', constraint = 'ownerships_whole', detail = v_day::text;
    end if;
  end loop;
  return null;
end $$;
revoke execute on function app.check_ownership_shares() from public;
create constraint trigger ownerships_whole after insert or update or delete on app.ownerships
  deferrable initially deferred for each row execute function app.check_ownership_shares();

-- Today's units of the signed-in homeowner. Definer: used inside policies, and ownerships' own policy uses it. What
-- these functions find is compared with as an array, and each begins at the few rows of one person: where Postgres has
-- not counted a new company's rows yet, it takes them for one and would ask anew for each.
create function app.my_homeowners() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 2 as $$
  select id from app.homeowners
  where tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid
    and user_id = nullif(current_setting('app.current_user_id', true), '')::uuid
$$;
create function app.my_units() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 4 as $$
  select o.unit_id from app.ownerships o
  cross join lateral (select (now() at time zone a.zone)::date as today from app.units u
    join app.associations a on a.tenant_id = u.tenant_id and a.id = u.association_id
    where u.tenant_id = o.tenant_id and u.id = o.unit_id offset 0) there
  where o.tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid
    and o.homeowner_id = any (array(select app.my_homeowners()))
    and o.starts_on <= there.today and (o.ends_on is null or o.ends_on > there.today)
$$;
create function app.my_associations() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 2 as $$
  select u.association_id from app.units u
  where u.tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid and u.id = any (array(select app.my_units()))
$$;
-- The homeowners a limited member of staff meets through the associations they were given, and people who
-- own nothing yet.
create function app.sees_homeowner(p_homeowner uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select app.is_staff() and (not exists (select 1 from app.ownerships o
      where o.tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid and o.homeowner_id = p_homeowner)
    or exists (select 1 from app.ownerships o join app.units u on u.tenant_id = o.tenant_id and u.id = o.unit_id
      where o.tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid and o.homeowner_id = p_homeowner
        and u.association_id = any (array(select app.chosen_associations()))))
$$;
-- The sign-ins of those homeowners, and of portal people who are no homeowner yet.
create function app.sees_portal_user(p_user uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select app.sees_homeowner(h.id) from app.homeowners h
    where h.tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid and h.user_id = p_user), true)
$$;
-- The units of the associations a limited member of staff was given.
create function app.chosen_units() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 500 as $$
  select id from app.units where tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid
    and association_id = any (array(select app.chosen_associations()))
$$;
revoke execute on function app.my_homeowners(), app.my_units(), app.my_associations(), app.sees_homeowner(uuid), app.sees_portal_user(uuid), app.chosen_units() from public;
grant execute on function app.my_homeowners(), app.my_units(), app.my_associations(), app.sees_homeowner(uuid), app.sees_portal_user(uuid), app.chosen_units() to portico_app;
-- Definer functions call each other as the owner, who may run all of them.

alter table app.homeowners enable row level security;
alter table app.homeowners force row level security;
create policy homeowners_tenant on app.homeowners as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
create policy homeowners_staff on app.homeowners to portico_app
  using ((select app.sees_all_associations()) or app.sees_homeowner(id))
  with check ((select app.sees_all_associations()) or app.sees_homeowner(id));
create policy homeowners_own on app.homeowners for select to portico_app using (user_id = (select app.current_user_id()));
-- Staff invite the homeowners they see and take their access away; nobody becomes a colleague by that.
create policy users_portal on app.users to portico_app
  using ((select app.is_staff()) and role in ('owner', 'homeowner')
    and ((select app.sees_all_associations()) or app.sees_portal_user(id)))
  with check ((select app.is_staff()) and role in ('owner', 'homeowner')
    and ((select app.sees_all_associations()) or app.sees_portal_user(id)));
create policy homeowners_definer on app.homeowners for select to portico_owner using (true);
grant select, insert, update on app.homeowners to portico_app;

alter table app.ownerships enable row level security;
alter table app.ownerships force row level security;
create policy ownerships_tenant on app.ownerships as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
create policy ownerships_staff on app.ownerships to portico_app
  using ((select app.sees_all_associations()) or unit_id in (select app.chosen_units()))
  -- Whoever became an owner here would be seen from then on, so they must be seen already.
  with check ((select app.sees_all_associations())
    or (unit_id in (select app.chosen_units()) and app.sees_homeowner(homeowner_id)));
-- A homeowner sees their own periods, past ones too; of today's co-owners app.my_co_owners tells.
create policy ownerships_own on app.ownerships for select to portico_app
  using (homeowner_id = any (array(select app.my_homeowners())));
create policy ownerships_definer on app.ownerships for select to portico_owner using (true);
grant select, insert, update, delete on app.ownerships to portico_app;

create policy units_own on app.units for select to portico_app using (id = any (array(select app.my_units())));
create policy associations_own on app.associations for select to portico_app using (id = any (array(select app.my_associations())));

-- What was done to the associations, units and homeowners a limited member of staff sees.
create policy audit_entries_met on app.audit_entries for select to portico_app using ((select app.is_staff()) and (
  association_id = any (array(select app.chosen_associations()))
  or (subject_type = 'association' and subject_id = any (array(select app.chosen_associations())))
  or (subject_type = 'unit' and subject_id in (select app.chosen_units()))
  or (subject_type = 'homeowner' and association_id is null and exists (select 1 from app.homeowners h
    where h.tenant_id = audit_entries.tenant_id and h.id = subject_id))));

-- A company's register arrives at once, in tables that hold everybody's. Postgres would count their rows anew only once
-- a tenth of them changed, and until then plan for a company that is not there yet.
do $$
declare t text;
begin
  foreach t in array array['associations', 'units', 'homeowners', 'ownerships'] loop
    execute format('alter table app.%I set (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000)', t);
  end loop;
end $$;
