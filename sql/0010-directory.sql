-- The directory of tenants: who exists, where they are reached and where their data lives.
create table platform.tenants (
  id uuid primary key default app.new_id(),
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$' and slug !~ '--'),
  -- what the system that made the company through the API calls it
  external_id text unique check (external_id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  name text not null check (name = btrim(name) and char_length(name) between 1 and 120),
  kind text not null check (kind in ('associations', 'rentals', 'both')),
  status text not null default 'provisioning' check (status in ('provisioning', 'active', 'suspended', 'closed')),
  status_reason text,
  -- null: the shared database, the only one there is so far (docs/decisions/0018-one-shared-database.md)
  placement text check (placement is null),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table platform.tenants is 'One management company.';

-- A custom domain answers for its tenant only once verified. Several tenants may claim the same host; one alone can
-- have it verified, whoever proves it first.
create table platform.domains (
  tenant_id uuid not null references platform.tenants (id) on delete cascade,
  id uuid not null default app.new_id(),
  host text not null check (host = lower(host) and host ~ '^[a-z0-9.-]{4,253}$'),
  -- what the TXT record _portico.<host> must hold
  token text not null default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  status text not null default 'pending' check (status in ('pending', 'verified', 'failed')),
  claimed_at timestamptz not null default now(),
  verified_at timestamptz,
  checked_at timestamptz,
  -- null: nothing looks again until somebody asks
  next_check_at timestamptz default now(),
  -- how often it was looked for since it was claimed or verified
  checks integer not null default 0 check (checks >= 0),
  -- since when the record of a verified domain is gone
  missing_since timestamptz,
  problem text check (problem in ('no-record', 'other-record', 'unreachable', 'not-in-plan', 'taken', 'given-up', 'lost')),
  primary key (tenant_id, id),
  unique (tenant_id, host),
  check ((status = 'verified') = (verified_at is not null)),
  check (missing_since is null or status = 'verified')
);
create unique index domains_verified_host on platform.domains (host) where verified_at is not null;

-- Platform admins are people of Portico, apart from every tenant's users.
create table platform.admins (
  id uuid primary key default app.new_id(),
  email text not null unique check (email = lower(btrim(email))),
  name text not null,
  role text not null check (role in ('owner', 'billing', 'support')),
  -- null until an invitation is taken up
  password_hash text,
  -- The key of the authenticator app, sealed; it counts once a first code has proved that the person has it.
  factor_secret text,
  factor_enrolled_at timestamptz,
  -- the time step of the last code that was accepted; no code of it or before it is accepted again
  factor_step bigint,
  invited_at timestamptz,
  suspended_at timestamptz,
  created_at timestamptz not null default now(),
  check (factor_enrolled_at is null or factor_secret is not null)
);

create table platform.admin_sessions (
  id uuid primary key default gen_random_uuid(),
  admin_id uuid not null references platform.admins (id) on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- Until then the session has proved a password and may do nothing but prove the second factor.
  factor_passed_at timestamptz,
  revoked_at timestamptz,
  user_agent text,
  address text
);
create index admin_sessions_admin on platform.admin_sessions (admin_id);

create table platform.audit_entries (
  id uuid primary key default app.new_id(),
  at timestamptz not null default now(),
  admin_id uuid references platform.admins (id),
  -- the API token that did it, in the name of the admin who made it
  api_token_id uuid,
  action text not null,
  tenant_id uuid,
  detail jsonb not null default '{}'
);
create index audit_entries_at on platform.audit_entries (at desc);
create trigger audit_entries_append_only before update or delete on platform.audit_entries
  for each row execute function app.refuse_change();

-- Attempts per account and per address; the shape is the one rate-limiter-flexible writes.
create table platform.throttles (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

grant select, insert, update, delete on platform.tenants, platform.domains to portico_platform;
grant select, insert, update on platform.admins to portico_platform;
grant select, insert, update, delete on platform.admin_sessions, platform.throttles to portico_platform;
grant select, insert on platform.audit_entries to portico_platform;
grant usage on schema app to portico_platform;
grant execute on function app.new_id(), app.refuse_change() to portico_platform;
