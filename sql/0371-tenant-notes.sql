-- What admins note about a company for each other; the company does not see it. Taken back, never edited.
create table platform.tenant_notes (
  tenant_id uuid not null references platform.tenants (id) on delete cascade,
  id uuid not null default app.new_id(),
  body text not null check (body = btrim(body) and char_length(body) between 1 and 4000),
  written_by uuid not null references platform.admins (id),
  written_at timestamptz not null default now(),
  removed_at timestamptz,
  removed_by uuid references platform.admins (id),
  primary key (tenant_id, id),
  check ((removed_at is null) = (removed_by is null))
);
comment on table platform.tenant_notes is 'A note of an admin''s about a company.';
grant select, insert on platform.tenant_notes to portico_platform;
grant update (removed_at, removed_by) on platform.tenant_notes to portico_platform;
