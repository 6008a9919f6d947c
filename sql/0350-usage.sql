-- Facts of what a company uses that can be counted again for any past day, and what such a recount found.

-- What stands at the end of a day (people, bytes) moves by these changes alone. Kept by the triggers below, because the
-- rows themselves forget: somebody restored does not say when they were archived, a deleted file says nothing.
create table app.usage_changes (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  id uuid not null default app.new_id(),
  meter text not null check (meter in ('homeowners', 'users', 'storage-bytes')),
  -- UTC
  on_day date not null,
  change bigint not null,
  recorded_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
comment on table app.usage_changes is 'By how much a level (people, bytes) rose or fell, and on which UTC day.';
create index usage_changes_day on app.usage_changes (tenant_id, meter, on_day) include (change);
create trigger usage_changes_append_only before update or delete on app.usage_changes
  for each row execute function app.refuse_change();

alter table app.usage_changes enable row level security;
alter table app.usage_changes force row level security;
create policy usage_changes_tenant on app.usage_changes as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
create policy usage_changes_system on app.usage_changes for select to portico_app using ((select app.is_system()));
create policy usage_changes_definer on app.usage_changes for insert to portico_owner with check (true);
grant select on app.usage_changes to portico_app;

create function app.utc_day(p_at timestamptz) returns date language sql immutable parallel safe
  return (p_at at time zone 'UTC')::date;
grant execute on function app.utc_day(timestamptz) to portico_app, portico_platform;

-- Definer, all of them: whoever adds or archives somebody has no right to write the count. New rows are counted a
-- statement at a time, so that an import of thousands leaves one change a day.
create function app.count_new_homeowners() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.usage_changes (tenant_id, meter, on_day, change)
    select tenant_id, 'homeowners', day, sum(change) from (
      select tenant_id, app.utc_day(created_at) as day, 1 as change from new_rows
      union all select tenant_id, app.utc_day(archived_at), -1 from new_rows where archived_at is not null) c
    group by 1, 3 having sum(change) <> 0;
  return null;
end $$;
create function app.count_homeowner() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.usage_changes (tenant_id, meter, on_day, change) values (new.tenant_id, 'homeowners',
    app.utc_day(coalesce(new.archived_at, now())), case when new.archived_at is null then 1 else -1 end);
  return null;
end $$;
create trigger homeowners_count_new after insert on app.homeowners referencing new table as new_rows
  for each statement execute function app.count_new_homeowners();
create trigger homeowners_count after update on app.homeowners for each row
  when ((old.archived_at is null) <> (new.archived_at is null)) execute function app.count_homeowner();

-- The company's own people while they are not suspended.
create function app.counts_as_user(p_role text, p_suspended_at timestamptz) returns boolean language sql immutable parallel safe
  return p_suspended_at is null and p_role not in ('owner', 'homeowner');
create function app.count_new_users() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.usage_changes (tenant_id, meter, on_day, change)
    select tenant_id, 'users', app.utc_day(created_at), count(*) from new_rows
    where app.counts_as_user(role, suspended_at) group by 1, 3;
  return null;
end $$;
create function app.count_user() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.usage_changes (tenant_id, meter, on_day, change) values (new.tenant_id, 'users',
    app.utc_day(case when old.suspended_at is null then coalesce(new.suspended_at, now()) else now() end),
    case when app.counts_as_user(new.role, new.suspended_at) then 1 else -1 end);
  return null;
end $$;
create trigger users_count_new after insert on app.users referencing new table as new_rows
  for each statement execute function app.count_new_users();
create trigger users_count after update on app.users for each row
  when (app.counts_as_user(old.role, old.suspended_at) <> app.counts_as_user(new.role, new.suspended_at))
  execute function app.count_user();

-- Bytes of files whose upload is complete.
create function app.count_file() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  v_before bigint := case when tg_op <> 'INSERT' and old.completed_at is not null then old.size_bytes else 0 end;
  v_after bigint := case when tg_op <> 'DELETE' and new.completed_at is not null then new.size_bytes else 0 end;
begin
  if v_after <> v_before then
    insert into app.usage_changes (tenant_id, meter, on_day, change)
      values (case tg_op when 'DELETE' then old.tenant_id else new.tenant_id end, 'storage-bytes',
        app.utc_day(case when v_before = 0 then new.completed_at else now() end), v_after - v_before);
  end if;
  return null;
end $$;
create trigger files_count after insert or update or delete on app.files
  for each row execute function app.count_file();
revoke execute on function app.utc_day(timestamptz), app.counts_as_user(text, timestamptz), app.count_new_homeowners(),
  app.count_homeowner(), app.count_new_users(), app.count_user(), app.count_file() from public;
grant execute on function app.counts_as_user(text, timestamptz) to portico_app;

create index messages_sent on app.messages (tenant_id, sent_at) include (channel) where sent_at is not null;

-- Calls of the API as the counters of the server's processes saw them. A counter writes its own total for the day every
-- few seconds, so that the same write may arrive twice.
create table platform.api_calls (
  tenant_id uuid not null references platform.accounts (tenant_id) on delete cascade,
  on_day date not null,
  counter_id uuid not null,
  calls bigint not null check (calls > 0),
  primary key (tenant_id, on_day, counter_id)
);
grant select, insert, update on platform.api_calls to portico_platform;

-- Where two reckonings of ours, or ours and another's, do not agree. At most one open of a kind, subject and day.
create table platform.differences (
  tenant_id uuid not null references platform.accounts (tenant_id) on delete cascade,
  id uuid not null default app.new_id(),
  kind text not null check (kind in ('usage', 'invoice')),
  -- what does not agree: 'records', 'days', 'months', 'month-days' or 'facts' of usage; of invoices whatever names the invoice
  subject text not null check (char_length(subject) between 1 and 100),
  meter text,
  on_day date,
  ours bigint,
  recount bigint,
  found_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  -- when admins were told of it by mail
  told_at timestamptz,
  -- by an admin, or by a later recount that agreed, which leaves resolved_by null
  resolved_at timestamptz,
  resolved_by uuid references platform.admins (id),
  primary key (tenant_id, id),
  check (resolved_by is null or resolved_at is not null)
);
comment on table platform.differences is 'Figures that do not agree, until they do or an admin dealt with them.';
create unique index differences_open on platform.differences (tenant_id, kind, subject, meter, on_day) nulls not distinct
  where resolved_at is null;
create index differences_found on platform.differences (found_at desc, id desc);
grant select, insert, update on platform.differences to portico_platform;
