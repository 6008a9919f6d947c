-- Platform admins as people: invitations, and the codes that stand in for a lost authenticator app.
create table platform.admin_links (
  id uuid primary key default app.new_id(),
  admin_id uuid not null references platform.admins (id) on delete cascade,
  -- only the hash of the token is kept
  token_hash text unique,
  created_by uuid references platform.admins (id),
  -- The worker makes the token when it sends the email, so that it is kept nowhere.
  sent_at timestamptz,
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

-- Somebody must be left who can let everybody else in. The lock makes those who would both be the last wait for each
-- other, and whoever comes second looks again.
create function platform.guard_last_owner() returns trigger language plpgsql as $$
begin
  if old.role = 'owner' and old.suspended_at is null and old.password_hash is not null
    and (new.role <> 'owner' or new.suspended_at is not null or new.password_hash is null) then
    perform pg_advisory_xact_lock(7305212);
    if not exists (select from platform.admins a where a.id <> old.id and a.role = 'owner' and a.suspended_at is null
        and a.password_hash is not null) then
      raise exception 'the last owner stays' using errcode = 'check_violation', constraint = 'admins_last_owner';
    end if;
  end if;
  return new;
end $$;
create trigger admins_last_owner before update on platform.admins
  for each row execute function platform.guard_last_owner();
revoke execute on function platform.guard_last_owner() from public;
