-- People who sign in to one tenant, their sessions, and the one function that opens a request.
create table app.users (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  id uuid not null default app.new_id(),
  email text not null check (email = lower(btrim(email)) and position('@' in email) > 1),
  name text not null check (char_length(name) between 1 and 120),
  phone text,
  role text not null check (role in ('admin', 'manager', 'accountant', 'staff', 'agent', 'owner', 'homeowner')),
  -- 'chosen': sees only the associations listed in user_associations
  scope text not null default 'all' check (scope in ('all', 'chosen')),
  password_hash text,
  email_verified_at timestamptz,
  invited_at timestamptz,
  suspended_at timestamptz,
  suspended_by uuid,
  last_seen_at timestamptz,
  search_text text generated always as (app.normalise(name || ' ' || email)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, email),
  foreign key (tenant_id, suspended_by) references app.users (tenant_id, id)
);
create index users_name on app.users (tenant_id, (app.normalise(name) collate "C"), id);
create index users_role on app.users (tenant_id, role);
comment on table app.users is 'A person who signs in to one tenant; the same email may exist in two.';
create trigger users_touch before update on app.users for each row execute function app.touch();

create table app.sessions (
  tenant_id uuid not null default app.current_tenant(),
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  method text not null check (method in ('password', 'link', 'invitation', 'reset')),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  user_agent text,
  address text,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references app.users (tenant_id, id) on delete cascade
);
create index sessions_user on app.sessions (tenant_id, user_id);

-- Grants and denials beside the role; a denial wins.
create table app.user_permissions (
  tenant_id uuid not null default app.current_tenant(),
  user_id uuid not null,
  permission text not null check (permission ~ '^[a-z-]+:[a-z-]+$'),
  effect text not null check (effect in ('grant', 'deny')),
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id, permission),
  foreign key (tenant_id, created_by) references app.users (tenant_id, id),
  foreign key (tenant_id, user_id) references app.users (tenant_id, id) on delete cascade
);

-- One-time links: only the hash of the token is kept.
create table app.sign_in_links (
  tenant_id uuid not null default app.current_tenant(),
  id uuid not null default app.new_id(),
  user_id uuid not null,
  purpose text not null check (purpose in ('sign-in', 'invitation', 'reset')),
  token_hash text not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, created_by) references app.users (tenant_id, id),
  foreign key (tenant_id, user_id) references app.users (tenant_id, id) on delete cascade
);
create index sign_in_links_user on app.sign_in_links (tenant_id, user_id, purpose);

-- The people somebody looks after: staff the portal people they see, whoever decides about access colleagues too.
create function app.looks_after(p_user uuid) returns boolean language sql stable
  return app.is_staff() and exists (select 1 from app.users u
    where u.tenant_id = app.current_tenant() and u.id = p_user
      and (u.role in ('owner', 'homeowner') or (app.decides_access() and app.reaches_role(u.role))));

do $$
declare t text;
begin
  foreach t in array array['users', 'sessions', 'user_permissions', 'sign_in_links'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy %I on app.%I as restrictive using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()))', t || '_tenant', t);
  end loop;
  -- What becomes of users, the system decides as somebody who decides about access does.
  foreach t in array array['sessions', 'user_permissions', 'sign_in_links'] loop
    execute format('create policy %I on app.%I to portico_app using ((select app.is_system())) with check ((select app.is_system()))', t || '_system', t);
  end loop;
end $$;
-- open_request runs as the owner, who is bound by FORCE as well.
create policy users_definer on app.users for select to portico_owner using (true);
create policy sessions_definer on app.sessions for select to portico_owner using (true);
create policy user_permissions_definer on app.user_permissions for select to portico_owner using (true);
create policy sessions_definer_seen on app.sessions for update to portico_owner using (true);

-- Colleagues know each other. Portal people are met through what they own: see 0120-homeowners.sql.
create policy users_own on app.users for select to portico_app using (id = (select app.current_user_id()));
create policy users_own_edit on app.users for update to portico_app using (id = (select app.current_user_id()));
create policy users_staff_read on app.users for select to portico_app using ((select app.is_staff())
  and ((select app.sees_all_associations()) or role not in ('owner', 'homeowner')));
create policy users_team_add on app.users for insert to portico_app
  with check ((select app.decides_access()) and app.reaches_role(role));
create policy users_team_edit on app.users for update to portico_app
  using ((select app.decides_access()) and app.reaches_role(role))
  with check ((select app.decides_access()) and app.reaches_role(role));

-- A session is started by a sign-in alone, that is by the system.
create policy sessions_own on app.sessions for select to portico_app using (user_id = (select app.current_user_id()));
create policy sessions_own_end on app.sessions for update to portico_app using (user_id = (select app.current_user_id()));
create policy sessions_staff_read on app.sessions for select to portico_app
  using ((select app.is_staff()) and ((select app.sees_all_associations()) or app.looks_after(user_id)));
create policy sessions_staff_end on app.sessions for update to portico_app
  using ((select app.is_staff()) and app.looks_after(user_id));

create policy user_permissions_own on app.user_permissions for select to portico_app
  using (user_id = (select app.current_user_id()));
create policy user_permissions_read on app.user_permissions for select to portico_app using ((select app.is_staff()));
create policy user_permissions_decide on app.user_permissions to portico_app
  using ((select app.holds('user:permit')) and user_id <> (select app.current_user_id()) and app.looks_after(user_id))
  with check ((select app.holds('user:permit')) and user_id <> (select app.current_user_id()) and app.looks_after(user_id));

-- Of one-time links people make invitations only; a link that signs in by itself comes of somebody asking at the door.
create policy sign_in_links_own on app.sign_in_links for select to portico_app
  using (user_id = (select app.current_user_id()));
create policy sign_in_links_own_end on app.sign_in_links for update to portico_app
  using (user_id = (select app.current_user_id()));
create policy sign_in_links_read on app.sign_in_links for select to portico_app using (app.looks_after(user_id));
create policy sign_in_links_invite on app.sign_in_links for insert to portico_app
  with check (purpose = 'invitation' and app.looks_after(user_id));
create policy sign_in_links_revoke on app.sign_in_links for update to portico_app using (app.looks_after(user_id));
grant select, insert, update on app.users to portico_app;
grant select, insert, update on app.sessions to portico_app;
grant select, insert, update, delete on app.user_permissions to portico_app;
grant select, insert, update on app.sign_in_links to portico_app;

-- What no policy can say, since it compares a row with what it was. Nobody changes their own role, limit, address or
-- suspension; nobody sets another's password, and an address that was proved stays its person's.
create function app.guard_user() returns trigger language plpgsql as $$
declare
  v_own boolean := old.id = app.current_user_id();
begin
  if app.is_system() then return new; end if;
  if v_own and (new.role, new.scope, new.email, new.suspended_at, new.email_verified_at)
    is distinct from (old.role, old.scope, old.email, old.suspended_at, old.email_verified_at) then
    raise exception 'nobody changes their own access' using errcode = 'insufficient_privilege';
  end if;
  if v_own is not true and ((new.password_hash, new.email_verified_at) is distinct from (old.password_hash, old.email_verified_at)
    or (new.email <> old.email and coalesce(old.password_hash, old.email_verified_at::text) is not null)) then
    raise exception 'only a person themselves proves who they are' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger users_guard before update on app.users for each row execute function app.guard_user();

-- A person can start out with nothing but an invitation.
create function app.guard_new_user() returns trigger language plpgsql as $$
begin
  if not app.is_system() and coalesce(new.password_hash, new.email_verified_at::text) is not null then
    raise exception 'only a person themselves proves who they are' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger users_guard_new before insert on app.users for each row execute function app.guard_new_user();

-- People end sessions and links, once; whatever else becomes of them is the system's.
create function app.guard_revocation() returns trigger language plpgsql as $$
begin
  if app.is_system() then return new; end if;
  if (to_jsonb(new) - 'revoked_at' - 'last_seen_at') <> (to_jsonb(old) - 'revoked_at' - 'last_seen_at')
    or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) then
    raise exception 'rows of % are revoked and nothing else', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger sessions_guard before update on app.sessions for each row execute function app.guard_revocation();
create trigger sign_in_links_guard before update on app.sign_in_links
  for each row execute function app.guard_revocation();
revoke execute on function app.looks_after(uuid), app.guard_user(), app.guard_new_user(), app.guard_revocation() from public;
grant execute on function app.looks_after(uuid), app.guard_user(), app.guard_new_user(), app.guard_revocation() to portico_app;

-- Opens a request: sets the tenant, proves the session and derives user, role and scope from it, so that the
-- application never asserts an identity. Security definer because sessions are read before there is a role.
-- Returns {state: 'anonymous'|'signed-in'|'expired'|'revoked'|'suspended', brand: …, account: …, user: …}.
create function app.open_request(p_tenant uuid, p_session uuid) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_brand jsonb;
  s record;
  v_known boolean := true;
  v_state text := 'anonymous';
  v_user jsonb;
  v_own jsonb;
  v_account jsonb;
  v_guest jsonb;
begin
  perform set_config('app.current_tenant', p_tenant::text, true), set_config('app.current_user_id', '', true),
    set_config('app.current_role', 'anonymous', true), set_config('app.current_scope', '', true),
    set_config('app.current_own', '', true), set_config('app.current_guest', '', true),
    set_config('app.current_visit', '', true);
  select jsonb_build_object('name', t.name, 'kind', t.kind, 'accent', t.accent, 'logoFileId', t.logo_file_id,
    'supportEmail', t.support_email, 'supportPhone', t.support_phone,
    'locale', t.locale, 'currency', t.currency, 'zone', t.zone)
    into v_brand from app.tenants t where t.tenant_id = p_tenant;
  if p_session is not null then
    select x.id, x.user_id, x.revoked_at, x.expires_at, x.last_seen_at, u.name, u.email, u.role, u.scope, u.suspended_at
      into s from app.sessions x join app.users u on u.tenant_id = x.tenant_id and u.id = x.user_id
      where x.tenant_id = p_tenant and x.id = p_session;
    v_known := found;
    v_state := case when s.id is null or s.revoked_at is not null then 'revoked'
      when s.expires_at <= now() then 'expired'
      -- The company's own people are signed out when idle: their desks are shared and they see everybody's data.
      when s.role not in ('homeowner', 'owner') and s.last_seen_at <= now() - interval '12 hours' then 'expired'
      when s.suspended_at is not null then 'suspended'
      else 'signed-in' end;
  end if;
  if not v_known then
    -- No session of a person: that of a guest, perhaps.
    v_guest := app.open_visit(p_tenant, p_session);
    v_state := v_guest ->> 'state';
    v_user := nullif(v_guest -> 'user', 'null');
  elsif v_state = 'signed-in' then
    select jsonb_object_agg(permission, effect) into v_own from app.user_permissions p
      where p.tenant_id = p_tenant and p.user_id = s.user_id;
    perform set_config('app.current_user_id', s.user_id::text, true), set_config('app.current_role', s.role, true),
      set_config('app.current_own', coalesce(v_own::text, ''), true);
    perform set_config('app.current_scope', case when app.is_staff() then s.scope else 'own' end, true);
    if s.last_seen_at < now() - interval '5 minutes' then
      update app.sessions set last_seen_at = now() where tenant_id = p_tenant and id = p_session;
    end if;
    v_user := jsonb_build_object('id', s.user_id, 'sessionId', s.id, 'name', s.name, 'email', s.email, 'role', s.role,
      'scope', s.scope, 'permissions', v_own, 'guest', null);
  end if;
  v_account := platform.entitlements(p_tenant);
  v_account := v_account || jsonb_build_object('features', (v_account -> 'available') - app.switched_off());
  return jsonb_build_object('state', v_state, 'brand', v_brand, 'account', v_account, 'user', v_user);
end $$;

-- Opens a job or another piece of the system's own work on behalf of one tenant.
create function app.open_system(p_tenant uuid) returns jsonb
  language sql security invoker set search_path = pg_catalog, pg_temp as $$
  select set_config('app.current_tenant', p_tenant::text, true), set_config('app.current_user_id', '', true),
    set_config('app.current_role', 'system', true), set_config('app.current_scope', 'all', true),
    set_config('app.current_own', '', true), set_config('app.current_guest', '', true),
    set_config('app.current_visit', '', true);
  select jsonb_build_object('state', 'system');
$$;
revoke execute on function app.open_request(uuid, uuid), app.open_system(uuid) from public;
grant execute on function app.open_request(uuid, uuid), app.open_system(uuid) to portico_app;
