-- A list the way somebody likes it: filters, sort and columns under a name; shared views are for all staff.
create table app.saved_views (
  tenant_id uuid not null default app.current_tenant(),
  id uuid not null default app.new_id(),
  user_id uuid not null,
  list text not null check (list in ('associations', 'units', 'homeowners', 'users', 'imports', 'messages', 'audit')),
  name text not null check (name = btrim(name) and char_length(name) between 1 and 60),
  query text not null check (char_length(query) <= 2000),
  shared_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, user_id, list, name),
  foreign key (tenant_id, user_id) references app.users (tenant_id, id) on delete cascade
);
comment on table app.saved_views is 'Filters, sort and columns of a list, kept under a name.';
alter table app.saved_views enable row level security;
alter table app.saved_views force row level security;
create policy saved_views_tenant on app.saved_views as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
create policy saved_views_own on app.saved_views to portico_app using (user_id = (select app.current_user_id()))
  with check (user_id = (select app.current_user_id()));
create policy saved_views_shared on app.saved_views for select to portico_app
  using ((select app.is_staff()) and shared_at is not null);
grant select, insert, update, delete on app.saved_views to portico_app;
