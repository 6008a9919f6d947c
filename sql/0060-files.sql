-- Files a tenant keeps, in one-megabyte chunks under the same policies as every other row, so that a file is
-- isolated, backed up and rolled back together with the facts that name it.
create table app.files (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  id uuid not null default app.new_id(),
  purpose text not null check (purpose in ('logo', 'import', 'document')),
  name text not null check (char_length(name) between 1 and 255),
  media_type text not null,
  size_bytes bigint not null default 0 check (size_bytes >= 0),
  sha256 text,
  created_by uuid,
  created_at timestamptz not null default now(),
  -- null while the upload is under way; such rows are swept after a day
  completed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references app.users (tenant_id, id)
);
create table app.file_chunks (
  tenant_id uuid not null default app.current_tenant(),
  file_id uuid not null,
  position integer not null check (position >= 0),
  bytes bytea not null check (octet_length(bytes) <= 1048576),
  primary key (tenant_id, file_id, position),
  foreign key (tenant_id, file_id) references app.files (tenant_id, id) on delete cascade
);
alter table app.file_chunks alter column bytes set storage external;
alter table app.tenants add foreign key (tenant_id, logo_file_id) references app.files (tenant_id, id);

do $$
declare t text;
begin
  foreach t in array array['files', 'file_chunks'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy %I on app.%I as restrictive using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()))', t || '_tenant', t);
  end loop;
end $$;
-- An imported file may speak of any association, so that people limited to some do not see it; a logo is changed by
-- whoever may change the branding.
create policy files_staff on app.files to portico_app
  using ((select app.is_staff()) and case purpose when 'logo' then (select app.holds('settings:write'))
    when 'import' then (select app.sees_all_associations()) else true end)
  with check ((select app.is_staff()) and case purpose when 'logo' then (select app.holds('settings:write'))
    when 'import' then (select app.sees_all_associations()) else true end);
create policy file_chunks_staff on app.file_chunks to portico_app
  using ((select app.is_staff()) and exists (select 1 from app.files f where f.tenant_id = file_chunks.tenant_id
    and f.id = file_id and (f.purpose <> 'logo' or (select app.holds('settings:write')))))
  with check ((select app.is_staff()) and exists (select 1 from app.files f where f.tenant_id = file_chunks.tenant_id
    and f.id = file_id and (f.purpose <> 'logo' or (select app.holds('settings:write')))));
-- The logo is shown to everybody who reaches the tenant's pages.
create policy files_logo on app.files for select to portico_app using (purpose = 'logo');
create policy file_chunks_logo on app.file_chunks for select to portico_app
  using (exists (select 1 from app.files f where f.tenant_id = file_chunks.tenant_id and f.id = file_id and f.purpose = 'logo'));
grant select, insert, update, delete on app.files, app.file_chunks to portico_app;
