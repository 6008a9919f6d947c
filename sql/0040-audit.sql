-- Who did what, when, from where; written in the transaction it describes and never changed.
create table app.audit_entries (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  id uuid not null default app.new_id(),
  at timestamptz not null default now(),
  -- null when the system acted; then `via` says what for
  user_id uuid,
  via text not null default 'screen',
  -- Somebody of Portico whom the company let in; the context says who, and nobody else may.
  guest_name text default app.current_guest(),
  visit_id uuid default app.current_visit(),
  action text not null check (action ~ '^[a-z-]+:[a-z-]+$'),
  subject_type text not null,
  subject_id uuid,
  subject_label text,
  association_id uuid,
  before jsonb,
  after jsonb,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references app.users (tenant_id, id),
  check ((guest_name is null) = (visit_id is null)),
  check (guest_name is null or (via = 'support' and user_id is null))
);
create index audit_entries_at on app.audit_entries (tenant_id, at desc, id desc);
create index audit_entries_subject on app.audit_entries (tenant_id, subject_type, subject_id, at desc);
create index audit_entries_visit on app.audit_entries (tenant_id, visit_id, at desc) where visit_id is not null;
create trigger audit_entries_append_only before update or delete on app.audit_entries
  for each row execute function app.refuse_change();
alter table app.audit_entries enable row level security;
alter table app.audit_entries force row level security;
create policy audit_entries_tenant on app.audit_entries as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
-- Staff limited to some associations see what they did themselves, and more in 0120-homeowners.sql.
create policy audit_entries_staff on app.audit_entries for select to portico_app using ((select app.is_staff())
  and ((select app.sees_all_associations()) or user_id = (select app.current_user_id())));
create policy audit_entries_write on app.audit_entries for insert to portico_app
  with check (case when (select app.is_guest()) then via = 'support' and guest_name = (select app.current_guest())
      and visit_id = (select app.current_visit())
    else guest_name is null and (user_id = (select app.current_user_id()) or (select app.is_system())) end);
grant select, insert on app.audit_entries to portico_app;
