-- Imports: a file, how it is read, what a dry run says of each of its rows, and how far its commit has come. Only
-- people who see every association import, because a file may speak of any.
create table app.imports (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  id uuid not null default app.new_id(),
  -- null until it is recognised or chosen
  kind text check (kind in ('register', 'roster')),
  state text not null default 'uploading' check (state in ('uploading', 'uploaded', 'inspected', 'previewing',
    'previewed', 'committing', 'done', 'failed', 'cancelled')),
  file_id uuid not null,
  file_name text not null check (char_length(file_name) between 1 and 255),
  size_bytes bigint not null check (size_bytes between 1 and 52428800),
  sha256 text,
  -- how the file is read: recognised, or set by hand
  format text check (format in ('csv', 'xlsx')),
  encoding text,
  delimiter text,
  sheet_name text,
  header_row integer check (header_row > 0),
  header text[] not null default '{}',
  sample jsonb not null default '[]',
  mapping jsonb not null default '{}',
  -- register only, null: all of the file
  chosen_managers text[],
  chosen_counties text[],
  -- the dry run: which one it is, the last file row it read, then how many rows of each outcome
  preview_number integer not null default 0,
  read_to_row integer not null default 0,
  read_bytes bigint not null default 0,
  read_finished_at timestamptz,
  new_count integer not null default 0,
  changed_count integer not null default 0,
  unchanged_count integer not null default 0,
  refused_count integer not null default 0,
  -- the commit: everything up to the cursor is written; what was written, by kind of thing
  cursor text,
  rows_chosen integer not null default 0,
  rows_done integer not null default 0,
  written jsonb not null default '{}',
  control jsonb,
  problem text,
  problem_row integer,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  previewed_at timestamptz,
  committed_by uuid,
  committed_at timestamptz,
  finished_at timestamptz,
  cancelled_by uuid,
  cancelled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references app.files (tenant_id, id),
  foreign key (tenant_id, created_by) references app.users (tenant_id, id),
  foreign key (tenant_id, committed_by) references app.users (tenant_id, id),
  foreign key (tenant_id, cancelled_by) references app.users (tenant_id, id),
  check ((state = 'failed') = (problem is not null)),
  check ((state = 'cancelled') = (cancelled_at is not null))
);
comment on table app.imports is 'A file brought in by staff, from upload to the last row written.';
create index imports_created on app.imports (tenant_id, created_at desc, id desc);
create index imports_file on app.imports (tenant_id, file_id);
create trigger imports_touch before update on app.imports for each row execute function app.touch();

-- Rows of the dry run, kept until the commit is over; the refused ones stay to be downloaded.
create table app.import_rows (
  tenant_id uuid not null default app.current_tenant(),
  import_id uuid not null,
  -- as a spreadsheet counts them, from 1
  row_number integer not null check (row_number > 0),
  cells text[] not null,
  outcome text not null check (outcome in ('pending', 'new', 'changed', 'unchanged', 'refused')),
  -- [{field, message}]
  messages jsonb not null default '[]',
  -- what the row says, cleaned up; null when it is refused for its content
  value jsonb,
  -- equal for rows about the same association (register) or the same person (roster)
  match_key text,
  manager_key text,
  manager_name text,
  county text,
  unit_count integer not null default 0 check (unit_count >= 0),
  unit_id uuid,
  primary key (tenant_id, import_id, row_number),
  foreign key (tenant_id, import_id) references app.imports (tenant_id, id) on delete cascade,
  foreign key (tenant_id, unit_id) references app.units (tenant_id, id)
);
comment on table app.import_rows is 'A row of a file and what the dry run says of it.';
create index import_rows_outcome on app.import_rows (tenant_id, import_id, outcome, row_number);
create index import_rows_match on app.import_rows (tenant_id, import_id, match_key);
create index import_rows_unit on app.import_rows (tenant_id, import_id, unit_id, row_number) where unit_id is not null;

-- Which heading feeds which field, remembered for the next file with the same headings.
create table app.import_mappings (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  kind text not null check (kind in ('register', 'roster')),
  -- sha256 of the headings as compared
  header_key text not null check (header_key ~ '^[0-9a-f]{64}$'),
  mapping jsonb not null,
  updated_by uuid,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, header_key),
  foreign key (tenant_id, updated_by) references app.users (tenant_id, id)
);
comment on table app.import_mappings is 'Columns of a file with these headings, as somebody matched them last.';
create trigger import_mappings_touch before update on app.import_mappings for each row execute function app.touch();

do $$
declare t text;
begin
  foreach t in array array['imports', 'import_rows', 'import_mappings'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy %I on app.%I as restrictive using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()))', t || '_tenant', t);
    execute format('create policy %I on app.%I to portico_app using ((select app.sees_all_associations())) with check ((select app.sees_all_associations()))', t || '_staff', t);
  end loop;
end $$;
grant select, insert, update on app.imports to portico_app;
grant select, insert, update, delete on app.import_rows to portico_app;
grant select, insert, update on app.import_mappings to portico_app;
