-- What Portico and a company agree about money: plans, the company's account and what it used. Tenants have no
-- grant here; what a company may know of its own account it reads through app.my_limits(), app.my_usage() and app.my_billing().

-- The catalogue. A version that was ever sold is never changed: a company keeps the version it bought.
create table platform.plan_versions (
  id text primary key check (id ~ '^[a-z]+(-[a-z]+)*-[1-9][0-9]*$'),
  plan text not null check (plan in ('basic', 'pro', 'enterprise', 'per-homeowner')),
  kind text not null check (kind in ('tier', 'per-homeowner')),
  version integer not null check (version > 0),
  name text not null,
  -- one for all: the figures of the business are added up in it, and in its cents (0370-metrics.sql)
  currency text not null constraint plan_versions_in_dollars check (currency = 'USD'),
  -- a calendar month's price, before what is metered
  base_minor bigint not null check (base_minor >= 0),
  -- the most of each meter, such as {"users": 5}; a meter that is not named has no limit
  limits jsonb not null default '{}',
  features text[] not null,
  effective_on date not null,
  retired_on date check (retired_on > effective_on),
  unique (plan, version),
  check ((kind = 'per-homeowner') = (plan = 'per-homeowner'))
);
comment on table platform.plan_versions is 'What is for sale: versioned, never edited once sold.';
create trigger plan_versions_fixed before update of plan, kind, version, currency, base_minor, limits, features
  on platform.plan_versions for each row execute function app.refuse_change();
create trigger plan_versions_kept before delete on platform.plan_versions for each row execute function app.refuse_change();

-- What a version charges beside its base price. Micros: a millionth of the currency's unit.
create table platform.plan_prices (
  plan_version_id text not null references platform.plan_versions (id),
  meter text not null check (meter in ('homeowners', 'storage-bytes', 'emails', 'texts')),
  unit_micros bigint not null check (unit_micros >= 0),
  -- how many of the meter one unit price buys: 1, or 10^9 bytes
  per_units bigint not null check (per_units > 0),
  -- 'average' over the month's days, or the 'sum' of them
  reckoned text not null check (reckoned in ('average', 'sum')),
  primary key (plan_version_id, meter)
);
create trigger plan_prices_fixed before update or delete on platform.plan_prices
  for each row execute function app.refuse_change();

insert into platform.plan_versions (id, plan, kind, version, name, currency, base_minor, limits, features, effective_on) values
  ('basic-1', 'basic', 'tier', 1, 'Basic', 'USD', 4900, '{"users": 5, "properties": 20, "bookings": 100}',
    '{core,basic-reporting}', '2026-01-01'),
  ('pro-1', 'pro', 'tier', 1, 'Pro', 'USD', 14900, '{"users": 20, "properties": 100, "bookings": 500}',
    '{core,basic-reporting,advanced-reporting,api,integrations}', '2026-01-01'),
  ('enterprise-1', 'enterprise', 'tier', 1, 'Enterprise', 'USD', 49900, '{"users": 100, "properties": 500, "bookings": 2000}',
    '{core,basic-reporting,advanced-reporting,api,integrations,custom-branding,custom-domain,priority-support}', '2026-01-01'),
  ('per-homeowner-1', 'per-homeowner', 'per-homeowner', 1, 'Per homeowner', 'USD', 5000, '{}',
    '{core,basic-reporting,advanced-reporting,api,integrations}', '2026-01-01');
insert into platform.plan_prices (plan_version_id, meter, unit_micros, per_units, reckoned) values
  ('per-homeowner-1', 'homeowners', 2500000, 1, 'average'),
  ('per-homeowner-1', 'storage-bytes', 100000, 1000000000, 'average'),
  ('per-homeowner-1', 'emails', 1000, 1, 'sum'),
  ('per-homeowner-1', 'texts', 10000, 1, 'sum');

create table platform.accounts (
  tenant_id uuid primary key references platform.tenants (id) on delete cascade,
  state text not null default 'trialing'
    check (state in ('trialing', 'active', 'past_due', 'read_only', 'suspended', 'cancelled')),
  state_since timestamptz not null default now(),
  -- that of every plan
  currency text not null default 'USD' constraint accounts_in_dollars check (currency = 'USD'),
  trial_ends_at timestamptz not null,
  -- when somebody asked to end it, and the end of the period they paid for
  cancel_requested_at timestamptz,
  cancels_at timestamptz,
  -- an admin's suspension, which no payment lifts
  held_at timestamptz,
  held_by uuid references platform.admins (id),
  held_reason text,
  billing_email text check (billing_email = lower(btrim(billing_email))),
  payment_method_at timestamptz,
  first_paid_at timestamptz,
  -- since when an invoice is unpaid after a failed attempt
  overdue_since timestamptz,
  -- the last reminder queued, so that the next look does not open the company again
  reminded text,
  tax_exempt boolean not null default false,
  stripe_customer_id text unique,
  stripe_subscription_id text unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((cancel_requested_at is null) = (cancels_at is null)),
  check ((held_at is null) = (held_reason is null))
);
comment on table platform.accounts is 'A company as a customer of Portico; exactly one a tenant.';
create index accounts_state on platform.accounts (state, state_since);
create trigger accounts_touch before update on platform.accounts for each row execute function app.touch();

-- A trial is made longer by admins of the platform, and not without end; lib/accounts/policy.ts says the same in words.
create function platform.bound_trial() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.trial_ends_at > new.created_at + interval '180 days' then
    raise exception 'a trial is 180 days at most' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger accounts_trial_bounded before update of trial_ends_at on platform.accounts
  for each row when (new.trial_ends_at > old.trial_ends_at) execute function platform.bound_trial();
revoke execute on function platform.bound_trial() from public;

-- Which version of a plan a company has from which day (UTC) to which, that day excluded.
create table platform.subscriptions (
  tenant_id uuid not null references platform.accounts (tenant_id) on delete cascade,
  id uuid not null default app.new_id(),
  kind text not null check (kind in ('tier', 'per-homeowner')),
  plan_version_id text not null references platform.plan_versions (id),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  -- the UTC days on which it and its end were confirmed: a bill holds what was confirmed before its day
  agreed_on date not null default (now() at time zone 'UTC')::date,
  end_agreed_on date,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
comment on table platform.subscriptions is 'A plan bought, for a half-open period of UTC days; at most one open of each kind.';
create unique index subscriptions_open on platform.subscriptions (tenant_id, kind) where ends_on is null;
create unique index subscriptions_day on platform.subscriptions (tenant_id, kind, starts_on) where ends_on is null or ends_on > starts_on;

create table platform.state_changes (
  tenant_id uuid not null references platform.accounts (tenant_id) on delete cascade,
  id uuid not null default app.new_id(),
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  from_state text,
  to_state text not null,
  event text not null,
  reason text,
  admin_id uuid references platform.admins (id),
  primary key (tenant_id, id)
);
create index state_changes_at on platform.state_changes (tenant_id, at desc);
create trigger state_changes_append_only before update on platform.state_changes
  for each row execute function app.refuse_change();

-- What a company used, by UTC day. A correction is a further record; the day's quantity is their sum.
create table platform.usage_records (
  tenant_id uuid not null references platform.accounts (tenant_id) on delete cascade,
  id uuid not null default app.new_id(),
  meter text not null check (meter in
    ('homeowners', 'users', 'properties', 'bookings', 'storage-bytes', 'emails', 'texts', 'api-calls')),
  on_day date not null,
  quantity bigint not null,
  -- the same key counts once
  key text not null check (char_length(key) between 1 and 200),
  recorded_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, meter, on_day, key)
);
create trigger usage_records_append_only before update on platform.usage_records
  for each row execute function app.refuse_change();

create table platform.usage_days (
  tenant_id uuid not null references platform.accounts (tenant_id) on delete cascade,
  meter text not null,
  on_day date not null,
  quantity bigint not null check (quantity >= 0),
  rolled_up_at timestamptz not null default now(),
  primary key (tenant_id, meter, on_day)
);
create index usage_days_day on platform.usage_days (on_day, meter);

-- Sum and number of the days of a month, from which the plan's price takes the average or the sum.
create table platform.usage_months (
  tenant_id uuid not null references platform.accounts (tenant_id) on delete cascade,
  meter text not null,
  month_on date not null check (extract(day from month_on) = 1),
  quantity bigint not null check (quantity >= 0),
  days integer not null check (days between 1 and 31),
  rolled_up_at timestamptz not null default now(),
  primary key (tenant_id, meter, month_on)
);

-- The version of a plan that is for sale on a day: the newest of those in force; null when there is none.
create function platform.version_for_sale(p_plan text, p_on date) returns text language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select v.id from platform.plan_versions v
  where v.plan = p_plan and v.effective_on <= p_on and (v.retired_on is null or v.retired_on > p_on)
  order by v.version desc limit 1;
$$;
revoke execute on function platform.version_for_sale(text, date) from public;
grant execute on function platform.version_for_sale(text, date) to portico_platform;

-- A company is a customer from its first moment, on trial with the plans of its kind as they are for sale that day;
-- nothing can forget it.
create function platform.open_account() returns trigger language plpgsql as $$
declare
  v_today date := (now() at time zone 'UTC')::date;
  v_plans text[] := case new.kind when 'associations' then array['per-homeowner'] when 'rentals' then array['pro']
    else array['per-homeowner', 'pro'] end;
begin
  -- Thirty whole days, and the rest of the first: a trial ends as a day of the bill does, at midnight UTC.
  insert into platform.accounts (tenant_id, trial_ends_at)
    values (new.id, (date_trunc('day', now() at time zone 'UTC') + interval '31 days') at time zone 'UTC');
  -- A plan of which no version is for sale stops the company here, for a plan version is never null.
  insert into platform.subscriptions (tenant_id, kind, plan_version_id, starts_on)
    select new.id, case p.plan when 'per-homeowner' then p.plan else 'tier' end,
      platform.version_for_sale(p.plan, v_today), v_today
    from unnest(v_plans) p(plan);
  insert into platform.state_changes (tenant_id, at, to_state, event) values (new.id, now(), 'trialing', 'opened');
  return null;
end $$;
revoke execute on function platform.open_account() from public;
grant execute on function platform.open_account() to portico_platform;
create trigger tenants_open_account after insert on platform.tenants for each row execute function platform.open_account();
-- Whole tables are filled with triggers off; a company without an account must not come of it.
alter table platform.tenants enable always trigger tenants_open_account;

grant select, insert on platform.plan_versions, platform.plan_prices, platform.state_changes, platform.usage_records to portico_platform;
grant update (retired_on) on platform.plan_versions to portico_platform;
grant select, insert, update on platform.accounts, platform.subscriptions to portico_platform;
grant select, insert, update, delete on platform.usage_days, platform.usage_months to portico_platform;
grant execute on function app.touch() to portico_platform;

-- What an account allows right now; part of the answer that opens a request, which takes away what the company has
-- switched off (0340-features.sql).
create function platform.entitlements(p_tenant uuid) returns jsonb language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
begin
  return (select jsonb_build_object('state', a.state, 'trialEndsAt', a.trial_ends_at,
      'available', platform.available_features(a.tenant_id))
    from platform.accounts a where a.tenant_id = p_tenant);
end $$;
revoke execute on function platform.entitlements(uuid) from public;
grant execute on function platform.entitlements(uuid) to portico_platform;

-- What the company's own plans are called and hold, for whoever adds what they limit; nothing of what is paid for them.
-- Security definer because portico_app has no grant on platform. Nobody learns of another company: the context names it.
create function app.my_limits() returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('name', v.name, 'limits', v.limits) order by v.kind), '[]')
  from platform.subscriptions s join platform.plan_versions v on v.id = s.plan_version_id
  where s.tenant_id = app.current_tenant() and s.ends_on is null and app.is_staff() and not app.is_guest();
$$;

-- The company's own use by day, from a day up to and without another, for whoever sees its bill.
create function app.my_usage(p_from date, p_until date)
  returns table (meter text, on_day date, quantity bigint) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select u.meter, u.on_day, u.quantity from platform.usage_days u
  where u.tenant_id = app.current_tenant() and app.sees_bill()
    and u.on_day >= p_from and u.on_day < p_until order by 1, 2;
$$;
revoke execute on function app.my_limits(), app.my_usage(date, date) from public;
grant execute on function app.my_limits(), app.my_usage(date, date) to portico_app;
