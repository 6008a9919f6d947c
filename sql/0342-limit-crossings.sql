-- When use came within a fifth of what the plan allows, so that admins are told once and not with every addition.
create table app.limit_crossings (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  id uuid not null default app.new_id(),
  meter text not null check (meter in ('users', 'properties', 'bookings')),
  allowed integer not null check (allowed > 0),
  used integer not null check (used > 0),
  crossed_at timestamptz not null default now(),
  -- when there was room again, after which the next crossing is told anew
  eased_at timestamptz,
  primary key (tenant_id, id)
);
comment on table app.limit_crossings is 'A limit of the plan of which four fifths were used; told once.';
create unique index limit_crossings_standing on app.limit_crossings (tenant_id, meter) where eased_at is null;
alter table app.limit_crossings enable row level security;
alter table app.limit_crossings force row level security;
create policy limit_crossings_tenant on app.limit_crossings as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
create policy limit_crossings_staff on app.limit_crossings to portico_app
  using ((select app.is_staff())) with check ((select app.is_staff()));
grant select, insert, update on app.limit_crossings to portico_app;

-- What is for sale today, cheapest first, so that a refusal can name the plan that has room. A price list, and so
-- anybody's to read; security definer because portico_app has no grant on platform.
create function app.plans_on_offer() returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('plan', v.plan, 'kind', v.kind, 'name', v.name, 'limits', v.limits,
    'features', v.features) order by v.base_minor), '[]')
  from platform.plan_versions v where v.effective_on <= (now() at time zone 'UTC')::date
    and (v.retired_on is null or v.retired_on > (now() at time zone 'UTC')::date);
$$;
revoke execute on function app.plans_on_offer() from public;
grant execute on function app.plans_on_offer() to portico_app;
