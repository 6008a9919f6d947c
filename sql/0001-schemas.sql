-- Schemas, the tenant context and the few functions every table leans on.
-- Runs as portico_owner. The roles themselves are made by lib/dev/migrate.ts, which holds their passwords.

create schema platform;
create schema app;
create schema jobs;

revoke all on schema public from public;
grant usage on schema app to portico_app;
grant usage on schema platform to portico_platform;
grant usage on schema jobs to portico_platform;

alter default privileges for role portico_owner revoke execute on functions from public;

comment on schema platform is 'The company directory, plans and platform admins. portico_app has no grant here.';
comment on schema app is 'Everything a tenant owns. portico_platform has no grant here.';
comment on schema jobs is 'The job queue. Payloads carry ids, never content.';

-- After a pooled transaction a custom setting is '' rather than null, hence nullif.
create function app.current_tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.current_tenant', true), '')::uuid;

create function app.current_user_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.current_user_id', true), '')::uuid;

create function app.current_audience() returns text language sql stable parallel safe
  return coalesce(current_setting('app.current_role', true), '');

create function app.is_staff() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.current_role', true), '')
    in ('admin', 'manager', 'accountant', 'staff', 'agent', 'guest', 'system');

-- Somebody of Portico whom the company let in for a while: sees what staff see, is no user, and is kept from
-- everything about signing in, people's access and bills; see 0322-support-access.sql.
create function app.is_guest() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.current_role', true), '') = 'guest';

create function app.current_guest() returns text language sql stable parallel safe
  return nullif(current_setting('app.current_guest', true), '');

create function app.current_visit() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.current_visit', true), '')::uuid;

create function app.is_system() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.current_role', true), '') = 'system';

-- How far somebody sees: 'all' is the staff's alone, 'chosen' of those limited to chosen associations, 'own' a portal
-- person's; nobody else has one. What a limited one sees instead is the staff's alone as well, see
-- app.chosen_associations() and app.sees_homeowner(); so that most reads are decided by one look here.
create function app.sees_all_associations() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.current_scope', true), '') = 'all';

-- A right that some roles have, of which only admins unless others are named (as lib/auth/permissions.ts names them): by
-- role, or by a grant of one's own; a denial wins.
create function app.holds(p_permission text, p_roles text[] default array['admin']) returns boolean
  language sql stable parallel safe
  return case when app.is_system() then true
    when not app.is_staff() then false
    else case nullif(current_setting('app.current_own', true), '')::jsonb ->> p_permission
      when 'deny' then false when 'grant' then true else app.current_audience() = any(p_roles) end end;

-- Whoever sees what the company has agreed with Portico, uses and pays. Never a guest.
create function app.sees_bill() returns boolean language sql stable parallel safe
  return not app.is_guest() and app.holds('billing:read', array['admin', 'accountant']);

-- Whoever decides about colleagues' access; people limited to some associations never do.
create function app.decides_access() returns boolean language sql stable parallel safe
  return app.sees_all_associations() and (app.holds('user:invite') or app.holds('user:permit'));

-- Nobody touches an admin but an admin.
create function app.reaches_role(p_role text) returns boolean language sql stable parallel safe
  return p_role <> 'admin' or app.current_audience() in ('admin', 'system');

-- Time-ordered ids (version 7), so that new rows land at the end of an index; Postgres has its own only from 18.
create function app.new_id() returns uuid language sql volatile parallel safe
  return encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6), 52, 1), 53, 1), 'hex')::uuid;

-- What search compares: lower case, without accents, one space between words.
create function app.normalise(value text) returns text language sql immutable parallel safe
  return btrim(regexp_replace(
    lower(regexp_replace(normalize(coalesce(value, ''), NFD), '[\u0300-\u036f]', '', 'g')), '\s+', ' ', 'g'));

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;

create function app.touch() returns trigger language plpgsql as $$
begin
  new.updated_at := now();
  return new;
end $$;

grant execute on function app.current_tenant(), app.current_user_id(), app.current_audience(), app.is_staff(),
  app.is_system(), app.is_guest(), app.current_guest(), app.current_visit(), app.sees_all_associations(), app.holds(text, text[]), app.sees_bill(), app.decides_access(), app.reaches_role(text), app.new_id(), app.normalise(text), app.refuse_change(), app.touch() to portico_app;
