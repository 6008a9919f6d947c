-- Community associations a tenant manages, and the staff limited to some of them.
create table app.associations (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  id uuid not null default app.new_id(),
  name text not null check (name = btrim(name) and char_length(name) between 1 and 200),
  kind text not null default 'condominium' check (kind in ('condominium', 'hoa', 'cooperative', 'townhome', 'master')),
  -- identifies the association in a public register: `fl-dbpr:PR1M002527`; unique where known
  external_key text check (char_length(external_key) between 1 and 80),
  legal_name text,
  street text, city text, region text, postal_code text,
  country text not null default 'US' check (country ~ '^[A-Z]{2}$'),
  county text,
  zone text not null default 'America/New_York',
  -- month in which the fiscal year starts, on its first day
  fiscal_year_start_month smallint not null default 1 check (fiscal_year_start_month between 1 and 12),
  -- the law that governs it, ISO 3166-2: US-FL
  jurisdiction text check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  recorded_on date,
  status text not null default 'active' check (status in ('active', 'archived')),
  archived_at timestamptz,
  archived_by uuid,
  -- kept by the triggers of units, so that a list of associations never counts rows
  unit_count integer not null default 0 check (unit_count >= 0),
  name_sort text collate "C" generated always as (app.normalise(name)) stored,
  search_text text generated always as (app.normalise(name || ' ' || coalesce(city, '') || ' ' || coalesce(county, '') || ' ' || coalesce(external_key, ''))) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, external_key),
  foreign key (tenant_id, archived_by) references app.users (tenant_id, id),
  check ((status = 'archived') = (archived_at is not null))
);
comment on table app.associations is 'A community association under management.';
create index associations_name on app.associations (tenant_id, name_sort, id);
create index associations_county on app.associations (tenant_id, county, name_sort, id);
create index associations_units on app.associations (tenant_id, unit_count, id);
create trigger associations_touch before update on app.associations for each row execute function app.touch();

create table app.user_associations (
  tenant_id uuid not null default app.current_tenant(),
  user_id uuid not null,
  association_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id, association_id),
  foreign key (tenant_id, user_id) references app.users (tenant_id, id) on delete cascade,
  foreign key (tenant_id, association_id) references app.associations (tenant_id, id) on delete cascade
);
create index user_associations_association on app.user_associations (tenant_id, association_id);
alter table app.user_associations enable row level security;
alter table app.user_associations force row level security;
create policy user_associations_tenant on app.user_associations as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
-- Staff limited to some associations must not widen their own limit: only whoever decides about access writes here.
create policy user_associations_staff on app.user_associations to portico_app
  using ((select app.decides_access())) with check ((select app.decides_access()));
create policy user_associations_read on app.user_associations for select to portico_app
  using ((select app.sees_all_associations()));
create policy user_associations_own on app.user_associations for select to portico_app
  using (user_id = (select app.current_user_id()));
create policy user_associations_definer on app.user_associations for select to portico_owner using (true);
grant select, insert, delete on app.user_associations to portico_app;

-- The associations a limited member of staff was given. Definer: used inside the policies of other tables.
create function app.chosen_associations() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 20 as $$
  select association_id from app.user_associations
  where tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid
    and user_id = nullif(current_setting('app.current_user_id', true), '')::uuid and app.is_staff()
$$;
revoke execute on function app.chosen_associations() from public;
grant execute on function app.chosen_associations() to portico_app;

alter table app.associations enable row level security;
alter table app.associations force row level security;
create policy associations_tenant on app.associations as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
-- An array of the few, here and below: it is made at most once a statement, and not at all for whoever sees all.
create policy associations_staff on app.associations to portico_app
  using ((select app.sees_all_associations()) or id = any (array(select app.chosen_associations())))
  with check ((select app.sees_all_associations()) or id = any (array(select app.chosen_associations())));
create policy associations_definer on app.associations for select to portico_owner using (true);
create policy associations_definer_count on app.associations for update to portico_owner using (true);
grant select, insert, update on app.associations to portico_app;
