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
