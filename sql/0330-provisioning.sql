-- How companies come to be and go: API tokens of the platform, the record of every provisioning, requests to delete.

-- Other systems act through these in the name of the admin who made them; only the hash of a token is kept.
create table platform.api_tokens (
  id uuid primary key default app.new_id(),
  name text not null check (name = btrim(name) and char_length(name) between 1 and 80),
  -- the part people may see, by which the token is found
  prefix text not null unique check (prefix ~ '^[a-z0-9]{8}$'),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['organizations:read', 'organizations:write']),
  created_by uuid not null references platform.admins (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references platform.admins (id),
  check ((revoked_at is null) = (revoked_by is null))
);
comment on table platform.api_tokens is 'What other systems sign in to the platform''s own API with.';
alter table platform.audit_entries add foreign key (api_token_id) references platform.api_tokens (id);

-- A request sent again under the same key is answered as the first one was.
create table platform.idempotency_keys (
  token_id uuid not null references platform.api_tokens (id) on delete cascade,
  key text not null check (char_length(key) between 1 and 255),
  request_hash text not null check (request_hash ~ '^[0-9a-f]{64}$'),
  started_at timestamptz not null default now(),
  -- null while the request is being worked on
  status integer check (status between 200 and 499),
  answer jsonb,
  headers jsonb,
  primary key (token_id, key),
  check ((status is null) = (answer is null) and (status is null) = (headers is null))
);
create index idempotency_keys_started on platform.idempotency_keys (started_at);

-- Every attempt to set a company up. The tenant is named without a reference: of a failed run nothing else is left.
create table platform.provisioning_runs (
  id uuid primary key default app.new_id(),
  tenant_id uuid,
  via text not null check (via in ('sign-up', 'dashboard', 'api')),
  slug text not null,
  name text not null,
  admin_id uuid references platform.admins (id),
  api_token_id uuid references platform.api_tokens (id),
  -- of what the API was sent, so that the same request sent again is known
  request_hash text,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  outcome text check (outcome in ('done', 'refused', 'failed')),
  failed_step text,
  error_id uuid,
  check ((finished_at is null) = (outcome is null)),
  check (outcome is distinct from 'failed' or failed_step is not null)
);
create index provisioning_runs_started on platform.provisioning_runs (started_at desc, id);
create index provisioning_runs_tenant on platform.provisioning_runs (tenant_id);
create index provisioning_runs_open on platform.provisioning_runs (started_at) where finished_at is null;

create table platform.provisioning_steps (
  run_id uuid not null references platform.provisioning_runs (id) on delete cascade,
  step text not null check (step in ('tenant', 'placement', 'trial', 'settings', 'admin', 'welcome', 'subdomain')),
  position integer not null check (position > 0),
  started_at timestamptz not null,
  finished_at timestamptz,
  -- 'undone': it had worked, and was taken back because a later one failed
  outcome text check (outcome in ('done', 'skipped', 'failed', 'undone')),
  error_id uuid,
  primary key (run_id, step),
  unique (run_id, position),
  check ((finished_at is null) = (outcome is null))
);

-- The company is closed at once; until the day it is due the request can be taken back.
create table platform.deletion_requests (
  tenant_id uuid not null references platform.tenants (id) on delete cascade,
  id uuid not null default app.new_id(),
  requested_at timestamptz not null default now(),
  requested_by uuid not null references platform.admins (id),
  api_token_id uuid references platform.api_tokens (id),
  reason text not null check (reason = btrim(reason) and char_length(reason) between 3 and 300),
  -- what the company's status was, and becomes again when the request is taken back
  status_before text not null check (status_before in ('active', 'suspended')),
  reason_before text,
  due_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by uuid references platform.admins (id),
  primary key (tenant_id, id),
  check (due_at > requested_at),
  check ((cancelled_at is null) = (cancelled_by is null))
);
create unique index deletion_requests_open on platform.deletion_requests (tenant_id) where cancelled_at is null;

-- Who, at a company, decided that the list of first steps has done its work.
create table app.onboarding_dismissals (
  tenant_id uuid not null default app.current_tenant(),
  id uuid not null default app.new_id(),
  -- shown again later
  restored_at timestamptz,
  restored_by uuid,
  dismissed_at timestamptz not null default now(),
  dismissed_by uuid default app.current_user_id(),
  primary key (tenant_id, id),
  foreign key (tenant_id) references app.tenants (tenant_id),
  foreign key (tenant_id, dismissed_by) references app.users (tenant_id, id),
  foreign key (tenant_id, restored_by) references app.users (tenant_id, id),
  check (restored_at is null or restored_at >= dismissed_at)
);
comment on table app.onboarding_dismissals is 'Each time a company put the list of first steps away; at most one at a time counts.';
create unique index onboarding_dismissals_open on app.onboarding_dismissals (tenant_id) where restored_at is null;
create index onboarding_dismissals_by on app.onboarding_dismissals (tenant_id, dismissed_by);
create index onboarding_dismissals_restored_by on app.onboarding_dismissals (tenant_id, restored_by);

alter table app.onboarding_dismissals enable row level security;
alter table app.onboarding_dismissals force row level security;
create policy onboarding_dismissals_tenant on app.onboarding_dismissals as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
create policy onboarding_dismissals_read on app.onboarding_dismissals for select to portico_app
  using ((select app.is_staff()));
create policy onboarding_dismissals_dismiss on app.onboarding_dismissals for insert to portico_app
  with check ((select app.holds('settings:write')) and dismissed_by is not distinct from (select app.current_user_id()));
create policy onboarding_dismissals_restore on app.onboarding_dismissals for update to portico_app
  using ((select app.holds('settings:write'))) with check ((select app.holds('settings:write')));
grant select, insert on app.onboarding_dismissals to portico_app;
grant update (restored_at, restored_by) on app.onboarding_dismissals to portico_app;

grant select, insert on platform.api_tokens to portico_platform;
grant update (last_used_at, revoked_at, revoked_by) on platform.api_tokens to portico_platform;
grant select, insert, update, delete on platform.idempotency_keys to portico_platform;
grant select, insert, update on platform.provisioning_runs, platform.provisioning_steps, platform.deletion_requests
  to portico_platform;
grant update on platform.subscriptions to portico_platform;

-- A company's own claims. Security definer because tenants have no grant on the directory.
create function app.my_domains() returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'host', d.host, 'token', d.token, 'status', d.status,
      'claimedAt', d.claimed_at, 'verifiedAt', d.verified_at, 'checkedAt', d.checked_at, 'nextCheckAt', d.next_check_at,
      'missingSince', d.missing_since, 'problem', d.problem) order by d.verified_at nulls last, d.claimed_at), '[]')
  from platform.domains d
  where d.tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid and app.holds('settings:write');
$$;

-- Claims a host: 'claimed', 'not-in-plan', 'own' when it is claimed already, or 'too-many'.
create function app.claim_domain(p_host text) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  v_tenant uuid := nullif(current_setting('app.current_tenant', true), '')::uuid;
begin
  if v_tenant is null or not app.holds('settings:write') then
    raise exception 'only a company itself claims a domain' using errcode = 'insufficient_privilege';
  end if;
  perform 1 from platform.tenants t where t.id = v_tenant for no key update;
  if not app.has_feature('custom-domain') then return 'not-in-plan'; end if;
  if exists (select from platform.domains d where d.tenant_id = v_tenant and d.host = p_host) then return 'own'; end if;
  if (select count(*) from platform.domains d where d.tenant_id = v_tenant) >= 5 then return 'too-many'; end if;
  insert into platform.domains (tenant_id, host) values (v_tenant, p_host);
  return 'claimed';
end $$;

-- Gives a claim up, verified or not; answers its host, or null when there is none.
create function app.remove_domain(p_id uuid) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  v_host text;
begin
  if not app.holds('settings:write') then
    raise exception 'only a company itself gives a domain up' using errcode = 'insufficient_privilege';
  end if;
  delete from platform.domains d
    where d.tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid and d.id = p_id
    returning d.host into v_host;
  return v_host;
end $$;
revoke execute on function app.my_domains(), app.claim_domain(text), app.remove_domain(uuid) from public;
grant execute on function app.my_domains(), app.claim_domain(text), app.remove_domain(uuid) to portico_app;

-- Writes into the platform's log that a company's admin was invited through an API token, in the very transaction that
-- invites them. For the system alone, by a token in force, about the company the request is in.
create function app.note_admin_invited(p_token uuid, p_admin uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.is_system() or not exists (select from platform.api_tokens t where t.id = p_token
    and t.created_by = p_admin and t.revoked_at is null and t.expires_at > now()) then
    raise exception 'only an API token in force invites a company''s admin' using errcode = 'insufficient_privilege';
  end if;
  insert into platform.audit_entries (admin_id, api_token_id, action, tenant_id)
    values (p_admin, p_token, 'tenant:admin-invited', app.current_tenant());
end $$;
revoke execute on function app.note_admin_invited(uuid, uuid) from public;
grant execute on function app.note_admin_invited(uuid, uuid) to portico_app;
