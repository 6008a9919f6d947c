-- Emails and texts: what was queued for whom, how far it got, and what the providers reported of it.
create table app.messages (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  id uuid not null default app.new_id(),
  channel text not null check (channel in ('email', 'sms')),
  template text not null check (template ~ '^[a-z]+(-[a-z]+)*$'),
  -- the address or number in the form it is sent to
  recipient text not null check (recipient <> '' and recipient = lower(btrim(recipient))),
  subject text not null,
  -- what the template needs, without its one-time links
  data jsonb not null,
  user_id uuid,
  homeowner_id uuid,
  -- the same key queues once
  key text not null check (char_length(key) between 1 and 200),
  status text not null default 'queued' check (status in
    ('queued', 'sending', 'uncertain', 'sent', 'delivered', 'bounced', 'complained', 'failed', 'suppressed')),
  -- what it was last handed to, or was to be
  carrier text check (carrier in ('resend', 'smtp', 'twilio')),
  provider_id text,
  attempts integer not null default 0 check (attempts >= 0),
  error text,
  created_by uuid default app.current_user_id(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- the first instant each status was reached; a late report fills its own and moves nothing back
  -- from here on, until somebody says otherwise, it may have been taken
  sending_at timestamptz,
  uncertain_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  bounced_at timestamptz,
  complained_at timestamptz,
  failed_at timestamptz,
  suppressed_at timestamptz,
  search_text text generated always as (app.normalise(recipient || ' ' || subject)) stored,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  foreign key (tenant_id, user_id) references app.users (tenant_id, id),
  foreign key (tenant_id, homeowner_id) references app.homeowners (tenant_id, id),
  foreign key (tenant_id, created_by) references app.users (tenant_id, id)
);
comment on table app.messages is 'One email or text to one person.';
create index messages_created on app.messages (tenant_id, created_at desc, id desc);
create index messages_recipient on app.messages (tenant_id, recipient, created_at desc);
create index messages_user on app.messages (tenant_id, user_id);
create index messages_homeowner on app.messages (tenant_id, homeowner_id);
create trigger messages_touch before update on app.messages for each row execute function app.touch();

-- One-time links of messages that may still be sent. Whoever queues a message puts them in; only the system, which
-- sends it, reads them.
create table app.message_secrets (
  tenant_id uuid not null default app.current_tenant(),
  message_id uuid not null,
  links jsonb not null,
  primary key (tenant_id, message_id),
  foreign key (tenant_id, message_id) references app.messages (tenant_id, id) on delete cascade
);
comment on table app.message_secrets is 'One-time links of a message; gone as soon as nothing is to be sent any more.';

-- Reports of the providers and our own attempts; each counts once, however often it is delivered.
create table app.message_events (
  tenant_id uuid not null default app.current_tenant(),
  id uuid not null default app.new_id(),
  message_id uuid not null,
  source text not null check (source in ('portico', 'resend', 'twilio')),
  event_key text not null check (char_length(event_key) between 1 and 200),
  type text not null check (type ~ '^[a-z]+(-[a-z]+)*$'),
  at timestamptz not null,
  received_at timestamptz not null default now(),
  detail jsonb not null default '{}',
  primary key (tenant_id, id),
  unique (tenant_id, source, event_key),
  foreign key (tenant_id, message_id) references app.messages (tenant_id, id)
);
create index message_events_message on app.message_events (tenant_id, message_id, at);
create trigger message_events_append_only before update or delete on app.message_events
  for each row execute function app.refuse_change();

-- Addresses nothing more is sent to, with the reason, until somebody lifts it.
create table app.suppressions (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  id uuid not null default app.new_id(),
  channel text not null check (channel in ('email', 'sms')),
  recipient text not null check (recipient <> '' and recipient = lower(btrim(recipient))),
  reason text not null check (reason in ('bounced', 'complained', 'unsubscribed')),
  message_id uuid,
  created_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, message_id) references app.messages (tenant_id, id),
  foreign key (tenant_id, lifted_by) references app.users (tenant_id, id),
  check ((lifted_at is null) = (lifted_by is null))
);
comment on table app.suppressions is 'An address or number that refuses our messages.';
create unique index suppressions_in_force on app.suppressions (tenant_id, channel, recipient) where lifted_at is null;
create index suppressions_message on app.suppressions (tenant_id, message_id);

do $$
declare t text;
begin
  foreach t in array array['messages', 'message_secrets', 'message_events', 'suppressions'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy %I on app.%I as restrictive using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()))', t || '_tenant', t);
  end loop;
end $$;

-- Staff limited to chosen associations see what they caused and what went to the homeowners they meet; the
-- homeowners' own policy decides who those are.
create policy messages_staff_read on app.messages for select to portico_app using ((select app.is_staff()) and (
  (select app.sees_all_associations())
  or created_by = (select app.current_user_id())
  or exists (select 1 from app.homeowners h where h.tenant_id = messages.tenant_id and h.id = messages.homeowner_id)
  or exists (select 1 from app.homeowners h where h.tenant_id = messages.tenant_id and h.user_id = messages.user_id)));
create policy messages_staff_add on app.messages for insert to portico_app with check ((select app.is_staff()));
create policy messages_staff_edit on app.messages for update to portico_app using ((select app.is_staff()));
create policy message_secrets_system on app.message_secrets to portico_app
  using ((select app.is_system())) with check ((select app.is_system()));
create policy message_secrets_add on app.message_secrets for insert to portico_app with check ((select app.is_staff()));
-- The functions below run as the owner, who is bound by FORCE as well.
create policy messages_definer on app.messages for select to portico_owner using (true);
create policy message_secrets_definer on app.message_secrets to portico_owner using (true) with check (true);
create policy message_events_staff_read on app.message_events for select to portico_app using ((select app.is_staff()) and (
  (select app.sees_all_associations())
  or exists (select 1 from app.messages m where m.tenant_id = message_events.tenant_id and m.id = message_events.message_id)));
create policy message_events_add on app.message_events for insert to portico_app with check ((select app.is_system()));
-- Staff lift blocks, but for what only the recipient can take back; the providers' reports make them. Whoever is
-- limited meets those of the homeowners they meet, and those that their own messages met with.
create policy suppressions_system on app.suppressions to portico_app
  using ((select app.is_system())) with check ((select app.is_system()));
create policy suppressions_staff on app.suppressions for select to portico_app using ((select app.is_staff()) and (
  (select app.sees_all_associations())
  or exists (select 1 from app.messages m where m.tenant_id = suppressions.tenant_id and m.id = message_id)
  or exists (select 1 from app.homeowners h where h.tenant_id = suppressions.tenant_id
    and (case channel when 'email' then h.email else h.phone end) = recipient)));
-- An update reaches no row that the policy above hides.
create policy suppressions_lift on app.suppressions for update to portico_app
  using ((select app.is_staff()) and reason <> 'unsubscribed');
grant select, insert, update on app.messages to portico_app;
grant select, insert, delete on app.message_secrets to portico_app;
grant select, insert on app.message_events to portico_app;
grant select, insert, update on app.suppressions to portico_app;

-- Staff queue and look; what becomes of a message is the system's, or a link could be sent on to somebody else.
create function app.guard_message() returns trigger language plpgsql as $$
begin
  if app.is_system() then return new; end if;
  raise exception 'only the system says what became of a message' using errcode = 'insufficient_privilege';
end $$;
create trigger messages_guard before update on app.messages for each row execute function app.guard_message();

-- Security definer: whoever settles a message, its links go with it.
create function app.scrub_secrets() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  delete from app.message_secrets s where s.tenant_id = new.tenant_id and s.message_id = new.id;
  return null;
end $$;
create trigger messages_scrub after update on app.messages for each row
  when (new.status not in ('queued', 'sending', 'uncertain', 'failed')) execute function app.scrub_secrets();

-- Hands the links of a message that failed, or may have, on to the message that repeats it, to the same person and
-- unread. Security definer because nobody but the system reads them. Says whether there were any; they are there once.
create function app.hand_on_secrets(p_from uuid, p_to uuid) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if not app.is_staff() or app.is_guest() then return false; end if;
  update app.message_secrets x set links = s.links from app.message_secrets s, app.messages f, app.messages t
    where s.tenant_id = app.current_tenant() and s.message_id = p_from
      and f.tenant_id = s.tenant_id and f.id = p_from and f.status in ('failed', 'uncertain')
      and t.tenant_id = s.tenant_id and t.id = p_to and t.status = 'queued' and t.key = 'again:' || f.id
      and (t.template, t.channel, t.recipient) = (f.template, f.channel, f.recipient)
      and x.tenant_id = t.tenant_id and x.message_id = t.id;
  if not found then return false; end if;
  delete from app.message_secrets s where s.tenant_id = app.current_tenant() and s.message_id = p_from;
  return true;
end $$;
revoke execute on function app.guard_message(), app.scrub_secrets(), app.hand_on_secrets(uuid, uuid) from public;
grant execute on function app.guard_message(), app.scrub_secrets(), app.hand_on_secrets(uuid, uuid) to portico_app;
