-- Which features a company has: what its plans include, what an admin granted or denied beside them, and what the
-- company itself switched on or off. What can be switched is listed here and, with its words, in lib/features/registry.ts.
create table platform.features (
  id text primary key check (id ~ '^[a-z]+(-[a-z]+)*$'),
  -- the feature that a plan must include
  needs text not null,
  -- whether it is on until the company chooses
  on_by_default boolean not null
);
insert into platform.features (id, needs, on_by_default) values
  ('hostaway-integration', 'integrations', false),
  ('sms-notifications', 'core', true),
  ('api', 'api', true),
  ('custom-domain', 'custom-domain', true),
  ('custom-branding', 'custom-branding', true),
  ('advanced-reporting', 'advanced-reporting', true);

-- What an admin decided for one company against its plans. Lifted, never removed.
create table platform.feature_overrides (
  tenant_id uuid not null references platform.tenants (id) on delete cascade,
  id uuid not null default app.new_id(),
  feature text not null references platform.features (id),
  effect text not null check (effect in ('grant', 'deny')),
  reason text not null check (char_length(btrim(reason)) between 3 and 300),
  -- the first UTC day on which it no longer holds; null: until it is lifted
  until_on date,
  created_at timestamptz not null default now(),
  created_by uuid references platform.admins (id),
  lifted_at timestamptz,
  lifted_by uuid references platform.admins (id),
  primary key (tenant_id, id)
);
comment on table platform.feature_overrides is 'A feature granted to or denied a company by an admin, with the reason.';
create unique index feature_overrides_in_force on platform.feature_overrides (tenant_id, feature) where lifted_at is null;
grant select on platform.features to portico_platform;
grant select, insert on platform.feature_overrides to portico_platform;
grant update (lifted_at, lifted_by) on platform.feature_overrides to portico_platform;

-- Every feature that can be switched, as plans and admins leave it for one company.
create function platform.feature_table(p_tenant uuid)
  returns table (feature text, in_plan boolean, effect text, reason text, until_on date, on_by_default boolean)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select f.id, exists (select 1 from platform.subscriptions s join platform.plan_versions v on v.id = s.plan_version_id
      where s.tenant_id = p_tenant and s.ends_on is null and f.needs = any(v.features)),
    o.effect, o.reason, o.until_on, f.on_by_default
  from platform.features f left join platform.feature_overrides o on o.tenant_id = p_tenant and o.feature = f.id
    and o.lifted_at is null and (o.until_on is null or o.until_on > (now() at time zone 'UTC')::date);
$$;
-- What plans and admins let a company have: the features of its plans, and those that can be switched.
-- Asked in each request, hence in a language whose plans are kept.
create function platform.available_features(p_tenant uuid) returns jsonb language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
declare
  v_planned text[];
begin
  select array_agg(p.feature) into v_planned from platform.subscriptions s
    join platform.plan_versions v on v.id = s.plan_version_id, unnest(v.features) p(feature)
    where s.tenant_id = p_tenant and s.ends_on is null;
  return (select coalesce(jsonb_agg(feature order by feature), '[]') from (
    select p.feature from unnest(v_planned) p(feature)
      where not exists (select from platform.features f where f.id = p.feature)
    union
    select f.id from platform.features f left join platform.feature_overrides o on o.tenant_id = p_tenant and o.feature = f.id
      and o.lifted_at is null and (o.until_on is null or o.until_on > (now() at time zone 'UTC')::date)
      where coalesce(o.effect = 'grant', f.needs = any(v_planned))) x);
end $$;
revoke execute on function platform.feature_table(uuid), platform.available_features(uuid) from public;
grant execute on function platform.feature_table(uuid), platform.available_features(uuid) to portico_platform;

-- The company's own choice; without a row it is as the list says.
create table app.feature_choices (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  feature text not null check (feature ~ '^[a-z]+(-[a-z]+)*$'),
  is_on boolean not null,
  chosen_at timestamptz not null default now(),
  chosen_by uuid,
  primary key (tenant_id, feature),
  foreign key (tenant_id, chosen_by) references app.users (tenant_id, id)
);
comment on table app.feature_choices is 'A feature that the company switched on or off.';
alter table app.feature_choices enable row level security;
alter table app.feature_choices force row level security;
create policy feature_choices_tenant on app.feature_choices as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
create policy feature_choices_definer on app.feature_choices for select to portico_owner using (true);
create policy feature_choices_read on app.feature_choices for select to portico_app using ((select app.is_staff()));
create policy feature_choices_choose on app.feature_choices for insert to portico_app
  with check ((select app.holds('settings:write')));
create policy feature_choices_change on app.feature_choices for update to portico_app
  using ((select app.holds('settings:write')));
grant select, insert, update on app.feature_choices to portico_app;

-- What the company of this transaction has switched off. Security definer: whoever asks, the answer is the company's.
create function app.switched_off() returns text[] language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return (select coalesce(array_agg(f.id), '{}') from platform.features f
    left join app.feature_choices c on c.tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid
      and c.feature = f.id
    where not coalesce(c.is_on, f.on_by_default));
end $$;
-- Whether the company of this transaction has a feature and did not switch it off. Security definer because
-- portico_app has no grant on platform.
create function app.has_feature(p_feature text) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce((platform.available_features(nullif(current_setting('app.current_tenant', true), '')::uuid)
    - app.switched_off()) ? p_feature, false);
$$;
-- The switches as the company's own people see them, with what an admin decided and why.
create function app.my_features()
  returns table (feature text, in_plan boolean, effect text, reason text, until_on date, is_on boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.feature, t.in_plan, t.effect, t.reason, t.until_on, not t.feature = any(app.switched_off())
  from platform.feature_table(nullif(current_setting('app.current_tenant', true), '')::uuid) t where app.is_staff();
$$;
revoke execute on function app.switched_off(), app.has_feature(text), app.my_features() from public;
grant execute on function app.has_feature(text), app.my_features() to portico_app;
