-- The tenant's own row inside its database: its name, look and defaults. Readable before anyone signs in,
-- because the sign-in page already wears the brand.
create table app.tenants (
  tenant_id uuid not null default app.current_tenant(),
  name text not null check (name = btrim(name) and char_length(name) between 1 and 120),
  kind text not null check (kind in ('associations', 'rentals', 'both')),
  accent text not null default '#2f5d50' check (accent ~ '^#[0-9a-f]{6}$'),
  logo_file_id uuid,
  support_email text,
  support_phone text,
  locale text not null default 'en-US',
  currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
  zone text not null default 'America/New_York',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id)
);
comment on table app.tenants is 'The tenant''s profile and branding; exactly one row a tenant.';
create trigger tenants_touch before update on app.tenants for each row execute function app.touch();

alter table app.tenants enable row level security;
alter table app.tenants force row level security;
create policy tenants_tenant on app.tenants as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
create policy tenants_read on app.tenants for select using (true);
-- Whoever decides about access locks this row while they do.
create policy tenants_write on app.tenants for update to portico_app
  using ((select app.holds('settings:write')) or (select app.decides_access()));
create policy tenants_provision on app.tenants for insert to portico_app with check ((select app.is_system()));
grant select, insert, update on app.tenants to portico_app;
