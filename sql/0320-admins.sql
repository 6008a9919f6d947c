-- Platform admins as people: invitations, and the codes that stand in for a lost authenticator app.
create table platform.admin_links (
  id uuid primary key default app.new_id(),
  admin_id uuid not null references platform.admins (id) on delete cascade,
  -- only the hash of the token is kept
  token_hash text not null unique,
  created_by uuid references platform.admins (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index admin_links_admin on platform.admin_links (admin_id);
comment on table platform.admin_links is 'One-time links with which an invited admin chooses a password.';

create table platform.admin_recovery_codes (
  admin_id uuid not null references platform.admins (id) on delete cascade,
  code_hash text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (admin_id, code_hash)
);
comment on table platform.admin_recovery_codes is 'Codes that pass the second factor once each; only their hashes are kept.';

grant select, insert, update on platform.admin_links to portico_platform;
grant select, insert, update, delete on platform.admin_recovery_codes to portico_platform;
