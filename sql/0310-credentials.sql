-- A company's own keys of other services. What is secret stands in a table of its own, sealed by lib/vault, which
-- people may write and only the system reads; what is shown of it (masked) stands with the version.
create table app.credentials (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  id uuid not null default app.new_id(),
  provider text not null check (provider in ('hostaway', 'stripe', 'twilio', 'resend', 'smtp', 'pea', 'zapier')),
  label text not null check (label = btrim(label) and char_length(label) between 1 and 80),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  removed_at timestamptz,
  removed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references app.users (tenant_id, id),
  foreign key (tenant_id, removed_by) references app.users (tenant_id, id),
  check (removed_by is null or removed_at is not null)
);
comment on table app.credentials is 'A company''s account with another service; at most one of each in force.';
create unique index credentials_in_force on app.credentials (tenant_id, provider) where removed_at is null;
create trigger credentials_touch before update on app.credentials for each row execute function app.touch();

-- A key as it was entered. It waits until it was tried, then is in use until a later one takes over, stays usable for
-- a grace and is retired: its secrets are erased.
create table app.credential_versions (
  tenant_id uuid not null default app.current_tenant(),
  id uuid not null default app.new_id(),
  credential_id uuid not null,
  number integer not null check (number > 0),
  -- by field: what is not secret as it is, of a secret at most its last four characters
  hints jsonb not null,
  scopes text[] not null default '{}',
  expires_on date,
  created_by uuid,
  created_at timestamptz not null default now(),
  test_asked_at timestamptz,
  tested_at timestamptz,
  test_outcome text check (test_outcome in ('passed', 'refused', 'unreachable')),
  test_detail text,
  active_from timestamptz,
  -- somebody took it into use without a passed test
  confirmed_by uuid,
  retires_at timestamptz,
  retired_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, credential_id, number),
  foreign key (tenant_id, credential_id) references app.credentials (tenant_id, id),
  foreign key (tenant_id, created_by) references app.users (tenant_id, id),
  foreign key (tenant_id, confirmed_by) references app.users (tenant_id, id),
  check ((tested_at is null) = (test_outcome is null))
);
comment on table app.credential_versions is 'One entered key of a credential, without its secrets.';
create unique index credential_versions_in_use on app.credential_versions (tenant_id, credential_id)
  where active_from is not null and retires_at is null and retired_at is null;

create table app.credential_secrets (
  tenant_id uuid not null default app.current_tenant(),
  version_id uuid not null,
  key_name text not null check (key_name ~ '^[a-zA-Z]{1,40}$'),
  ciphertext bytea not null,
  wrapped_key bytea not null,
  master_key_id text not null,
  primary key (tenant_id, version_id, key_name),
  foreign key (tenant_id, version_id) references app.credential_versions (tenant_id, id)
);
comment on table app.credential_secrets is 'Sealed fields of a key: bound to tenant, provider, key name and version.';
create index credential_secrets_master on app.credential_secrets (tenant_id, master_key_id);

-- Every time a key was opened: by whom, what for.
create table app.credential_uses (
  tenant_id uuid not null default app.current_tenant(),
  id uuid not null default app.new_id(),
  credential_id uuid not null,
  version_id uuid not null,
  -- null when a job used it; then `via` says which
  user_id uuid,
  via text not null,
  purpose text not null check (purpose ~ '^[a-z]+(-[a-z]+)*$'),
  at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, credential_id) references app.credentials (tenant_id, id),
  foreign key (tenant_id, version_id) references app.credential_versions (tenant_id, id),
  foreign key (tenant_id, user_id) references app.users (tenant_id, id)
);
comment on table app.credential_uses is 'The access log of keys.';
create index credential_uses_at on app.credential_uses (tenant_id, at desc, id desc);
create index credential_uses_credential on app.credential_uses (tenant_id, credential_id, at desc, id desc);
create trigger credential_uses_append_only before update or delete on app.credential_uses
  for each row execute function app.refuse_change();

do $$
declare t text;
begin
  foreach t in array array['credentials', 'credential_versions', 'credential_secrets', 'credential_uses'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy %I on app.%I as restrictive using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()))', t || '_tenant', t);
  end loop;
  foreach t in array array['credentials', 'credential_versions'] loop
    execute format('create policy %I on app.%I for select to portico_app using ((select app.holds(''credential:read'')) or (select app.holds(''credential:write'')))', t || '_read', t);
    execute format('create policy %I on app.%I for insert to portico_app with check ((select app.holds(''credential:write'')))', t || '_add', t);
    execute format('create policy %I on app.%I for update to portico_app using ((select app.holds(''credential:write'')))', t || '_edit', t);
  end loop;
end $$;

-- Whoever enters a key puts it in and never reads it back.
create policy credential_secrets_add on app.credential_secrets for insert to portico_app
  with check ((select app.holds('credential:write')));
create policy credential_secrets_system on app.credential_secrets to portico_app
  using ((select app.is_system())) with check ((select app.is_system()));
create policy credential_uses_read on app.credential_uses for select to portico_app
  using ((select app.holds('credential:read')));
create policy credential_uses_add on app.credential_uses for insert to portico_app with check ((select app.is_system()));
grant select, insert, update on app.credentials, app.credential_versions to portico_app;
grant select, insert, update, delete on app.credential_secrets to portico_app;
grant select, insert on app.credential_uses to portico_app;

-- With whose key a message was first handed over; later tries take the same, since only its owner knows of the first.
alter table app.messages add column credential_version_id uuid,
  add foreign key (tenant_id, credential_version_id) references app.credential_versions (tenant_id, id);
