-- Support access: a company lets somebody of Portico in, for a purpose and a time. Without a grant in force there is
-- no way for portico_platform to any of its content; with one there is a visit, which opens requests as a guest.
create table app.support_grants (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  id uuid not null default app.new_id(),
  purpose text not null check (purpose = btrim(purpose) and char_length(purpose) between 5 and 500),
  created_by uuid not null default app.current_user_id(),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references app.users (tenant_id, id),
  foreign key (tenant_id, revoked_by) references app.users (tenant_id, id),
  check (expires_at > created_at and expires_at <= created_at + interval '7 days'),
  check ((revoked_at is null) = (revoked_by is null))
);
comment on table app.support_grants is 'Leave that a company gave Portico''s support to come in: why, and until when.';
create index support_grants_in_force on app.support_grants (tenant_id, expires_at) where revoked_at is null;

create table app.support_visits (
  tenant_id uuid not null default app.current_tenant(),
  -- the session: what the guest's cookie names
  id uuid not null default gen_random_uuid(),
  grant_id uuid not null,
  -- a platform admin; the name is kept as it was
  admin_id uuid not null,
  admin_name text not null,
  -- of the one-time link that leads from the platform's host to the company's
  token_hash text not null,
  created_at timestamptz not null default now(),
  handed_over_at timestamptz,
  last_seen_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, grant_id) references app.support_grants (tenant_id, id)
);
comment on table app.support_visits is 'A guest''s session; it ends with its grant, after an idle hour, or when the guest leaves.';
create index support_visits_grant on app.support_visits (tenant_id, grant_id);

do $$
declare t text;
begin
  foreach t in array array['support_grants', 'support_visits'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy %I on app.%I as restrictive using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()))', t || '_tenant', t);
    execute format('create policy %I on app.%I for select to portico_owner using (true)', t || '_definer', t);
    execute format('create policy %I on app.%I for select to portico_app using ((select app.holds(''support:grant'')))', t || '_read', t);
  end loop;
end $$;
create policy support_grants_give on app.support_grants for insert to portico_app
  with check ((select app.holds('support:grant')) and created_by = (select app.current_user_id()) and revoked_at is null);
create policy support_grants_revoke on app.support_grants for update to portico_app
  using ((select app.holds('support:grant')));
create policy support_visits_enter on app.support_visits for insert to portico_owner with check (true);
create policy support_visits_seen on app.support_visits for update to portico_owner using (true);
create policy support_visits_system on app.support_visits for update to portico_app using ((select app.is_system()));
grant select, insert, update on app.support_grants to portico_app;
grant select, update on app.support_visits to portico_app;

-- A grant is given, and taken back once; it is never lengthened or reworded.
create function app.guard_support_grant() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null
    or (to_jsonb(new) - 'revoked_at' - 'revoked_by') <> (to_jsonb(old) - 'revoked_at' - 'revoked_by') then
    raise exception 'support grants are revoked and nothing else' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger support_grants_guard before update on app.support_grants
  for each row execute function app.guard_support_grant();

-- A visit is handed over once and ends once.
create function app.guard_support_visit() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'handed_over_at' - 'last_seen_at' - 'ended_at')
      <> (to_jsonb(old) - 'handed_over_at' - 'last_seen_at' - 'ended_at')
    or (old.handed_over_at is not null and new.handed_over_at is distinct from old.handed_over_at)
    or (old.ended_at is not null and new.ended_at is distinct from old.ended_at) then
    raise exception 'a visit is handed over once and ends once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger support_visits_guard before update on app.support_visits
  for each row execute function app.guard_support_visit();

-- Opens a request as a guest, for app.open_request alone: a visit that was handed over, under a grant in force, of an
-- admin who still is one, and not idle for an hour. Nobody's user id is set: a guest is nobody of the company.
create function app.open_visit(p_tenant uuid, p_visit uuid) returns jsonb
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v record;
  v_state text;
begin
  select x.id, x.admin_name, x.handed_over_at, x.last_seen_at, x.ended_at, g.expires_at, g.revoked_at,
      exists (select 1 from platform.admins a where a.id = x.admin_id
        and (a.suspended_at is not null or a.role not in ('owner', 'support'))) as barred
    into v from app.support_visits x
    join app.support_grants g on g.tenant_id = x.tenant_id and g.id = x.grant_id
    where x.tenant_id = p_tenant and x.id = p_visit;
  v_state := case when v.id is null or v.handed_over_at is null or v.ended_at is not null or v.revoked_at is not null
      or v.barred then 'revoked'
    when v.expires_at <= now() or v.last_seen_at <= now() - interval '1 hour' then 'expired'
    else 'signed-in' end;
  if v_state <> 'signed-in' then return jsonb_build_object('state', v_state, 'user', null); end if;
  perform set_config('app.current_role', 'guest', true), set_config('app.current_guest', v.admin_name, true),
    set_config('app.current_scope', 'all', true), set_config('app.current_visit', v.id::text, true);
  if v.last_seen_at < now() - interval '1 minute' then
    update app.support_visits set last_seen_at = now() where tenant_id = p_tenant and id = p_visit;
  end if;
  return jsonb_build_object('state', v_state, 'user', jsonb_build_object('id', null, 'sessionId', v.id,
    'name', v.admin_name, 'email', '', 'role', 'manager', 'scope', 'all', 'permissions', null,
    'guest', jsonb_build_object('until', v.expires_at)));
end $$;

-- What the platform may know before it enters: whether it was let in, what for and until when.
create function app.support_standing(p_tenant uuid) returns table (purpose text, expires_at timestamptz)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_before text := current_setting('app.current_tenant', true);
begin
  perform set_config('app.current_tenant', p_tenant::text, true);
  return query select g.purpose, g.expires_at from app.support_grants g
    where g.tenant_id = p_tenant and g.revoked_at is null and g.expires_at > now()
    order by g.expires_at desc limit 1;
  perform set_config('app.current_tenant', coalesce(v_before, ''), true);
end $$;

-- The only way in: makes a visit for a platform admin under the grant in force that lasts longest, and writes it into
-- the company's own log. Null when there is none, or the admin's role does not reach so far.
create function app.enter_support(p_tenant uuid, p_admin uuid, p_token_hash text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_before text := current_setting('app.current_tenant', true);
  v_name text;
  v_grant record;
  v_visit uuid;
begin
  select a.name into v_name from platform.admins a
    where a.id = p_admin and a.suspended_at is null and a.role in ('owner', 'support');
  if v_name is null then return null; end if;
  perform set_config('app.current_tenant', p_tenant::text, true);
  select g.id, g.purpose into v_grant from app.support_grants g
    where g.tenant_id = p_tenant and g.revoked_at is null and g.expires_at > now()
    order by g.expires_at desc limit 1;
  if v_grant.id is not null then
    v_visit := gen_random_uuid();
    insert into app.support_visits (tenant_id, id, grant_id, admin_id, admin_name, token_hash)
      values (p_tenant, v_visit, v_grant.id, p_admin, v_name, p_token_hash);
    insert into app.audit_entries (tenant_id, via, guest_name, visit_id, action, subject_type, subject_id, subject_label)
      values (p_tenant, 'support', v_name, v_visit, 'support:entered', 'support-visit', v_visit, v_grant.purpose);
  end if;
  perform set_config('app.current_tenant', coalesce(v_before, ''), true);
  return v_visit;
end $$;
create policy audit_entries_support on app.audit_entries for insert to portico_owner
  with check (via = 'support' and action = 'support:entered');

revoke execute on function app.guard_support_grant(), app.guard_support_visit(), app.open_visit(uuid, uuid),
  app.support_standing(uuid), app.enter_support(uuid, uuid, text) from public;
grant execute on function app.guard_support_grant(), app.guard_support_visit() to portico_app;
grant execute on function app.support_standing(uuid), app.enter_support(uuid, uuid, text) to portico_platform;

-- What a guest never touches, whatever else staff may: how people sign in, who they are and what they may do.
do $$
declare t text;
begin
  foreach t in array array['sessions', 'sign_in_links', 'user_permissions', 'user_associations', 'message_secrets'] loop
    execute format('create policy %I on app.%I as restrictive to portico_app using (not (select app.is_guest())) with check (not (select app.is_guest()))', t || '_guest', t);
  end loop;
end $$;
create policy users_guest_add on app.users as restrictive for insert to portico_app with check (not (select app.is_guest()));
create policy users_guest_edit on app.users as restrictive for update to portico_app using (not (select app.is_guest()));

-- Nor what comes in by files, which carry addresses and are written by the system later on; nor what goes out, and to
-- whom nothing goes.
do $$
declare t text;
begin
  foreach t in array array['imports', 'import_rows', 'import_mappings', 'files', 'file_chunks', 'messages'] loop
    execute format('create policy %I on app.%I as restrictive for insert to portico_app with check (not (select app.is_guest()))', t || '_guest_add', t);
  end loop;
  foreach t in array array['imports', 'import_rows', 'import_mappings', 'files', 'file_chunks', 'suppressions'] loop
    execute format('create policy %I on app.%I as restrictive for update to portico_app using (not (select app.is_guest()))', t || '_guest_edit', t);
  end loop;
  foreach t in array array['import_rows', 'files', 'file_chunks'] loop
    execute format('create policy %I on app.%I as restrictive for delete to portico_app using (not (select app.is_guest()))', t || '_guest_remove', t);
  end loop;
end $$;

-- Nor whose sign-in shows whose home, where the next invitation goes, or whose sign-in an archived record would end.
create function app.guard_homeowner_user() returns trigger language plpgsql as $$
begin
  if app.is_guest() and (new.user_id is distinct from (case when tg_op = 'UPDATE' then old.user_id end)
    or new.email is distinct from (case when tg_op = 'UPDATE' then old.email end)
    or (tg_op = 'UPDATE' and new.user_id is not null and new.status is distinct from old.status)) then
    raise exception 'a guest changes nobody''s access' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger homeowners_guest before insert or update on app.homeowners
  for each row execute function app.guard_homeowner_user();
create function app.guard_ownership() returns trigger language plpgsql as $$
begin
  if exists (select 1 from app.homeowners h where h.user_id is not null
      and h.tenant_id = coalesce(new.tenant_id, old.tenant_id) and h.id in (old.homeowner_id, new.homeowner_id)) then
    raise exception 'a guest changes nobody''s access' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end $$;
create trigger ownerships_guest before insert or update or delete on app.ownerships
  for each row when (app.is_guest()) execute function app.guard_ownership();
revoke execute on function app.guard_homeowner_user(), app.guard_ownership() from public;
grant execute on function app.guard_homeowner_user(), app.guard_ownership() to portico_app;
