-- Who did what, when, from where; written in the transaction it describes and never changed.
create table app.audit_entries (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  id uuid not null default app.new_id(),
  at timestamptz not null default now(),
  -- null when the system acted; then `via` says what for
  user_id uuid,
  via text not null default 'screen',
  action text not null check (action ~ '^[a-z-]+:[a-z-]+$'),
  subject_type text not null,
  subject_id uuid,
  subject_label text,
  association_id uuid,
  before jsonb,
  after jsonb,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references app.users (tenant_id, id)
);
create index audit_entries_at on app.audit_entries (tenant_id, at desc, id desc);
create index audit_entries_subject on app.audit_entries (tenant_id, subject_type, subject_id, at desc);
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
  with check (user_id = (select app.current_user_id()) or (select app.is_system()));
grant select, insert on app.audit_entries to portico_app;
