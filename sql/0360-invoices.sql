-- What passes between Portico and Stripe: the catalogue's ids there, invoices mirrored from there, usage on its way
-- there, and every webhook received. Tenants read their own invoices through app.my_invoices().

-- Which object of Stripe's stands for what of ours: a product, price or meter of the catalogue.
create table platform.stripe_objects (
  key text primary key check (key ~ '^(product|price|meter|coupon):[A-Za-z0-9:-]+$'),
  stripe_id text not null unique,
  created_at timestamptz not null default now()
);

create table platform.invoices (
  tenant_id uuid not null references platform.accounts (tenant_id) on delete cascade,
  id uuid not null default app.new_id(),
  stripe_invoice_id text not null unique,
  number text,
  status text not null check (status in ('draft', 'open', 'paid', 'uncollectible', 'void')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- the sum of the lines, what discounts took off, tax, and what is to pay after credit
  subtotal_minor bigint not null,
  discount_minor bigint not null default 0,
  tax_minor bigint not null default 0,
  total_minor bigint not null,
  due_minor bigint not null,
  paid_minor bigint not null default 0,
  period_starts_at timestamptz not null,
  period_ends_at timestamptz not null,
  issued_at timestamptz,
  due_at timestamptz,
  paid_at timestamptz,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  -- when we first heard that a payment of it failed; a payment that is only slow has not
  failed_at timestamptz,
  -- ways of paying, by their ids at Stripe, that we had charged it to once it was overdue; none is tried twice
  tried_methods text[] not null default '{}',
  page_url text,
  pdf_url text,
  -- when Stripe was asked; an older answer never replaces a newer one
  fetched_at timestamptz not null,
  primary key (tenant_id, id),
  check (period_starts_at <= period_ends_at)
);
comment on table platform.invoices is 'An invoice of Portico to a company, as Stripe has it.';
create index invoices_issued on platform.invoices (tenant_id, issued_at desc);
create index invoices_status on platform.invoices (status, issued_at desc);

create table platform.invoice_lines (
  tenant_id uuid not null,
  invoice_id uuid not null,
  position integer not null check (position >= 0),
  description text not null,
  quantity bigint,
  amount_minor bigint not null,
  period_starts_at timestamptz,
  period_ends_at timestamptz,
  primary key (tenant_id, invoice_id, position),
  foreign key (tenant_id, invoice_id) references platform.invoices (tenant_id, id) on delete cascade
);

-- Usage on its way to Stripe's meters: written with the roll-up it reports, sent by the worker, each counted once.
create table platform.meter_events (
  tenant_id uuid not null references platform.accounts (tenant_id) on delete cascade,
  id uuid not null default app.new_id(),
  plan_version_id text not null,
  meter text not null,
  -- the day whose period it belongs to
  on_day date not null,
  -- the day in whose period Stripe counts it instead, when it went on its way after the bill of its own; else null
  billed_on date check (billed_on > on_day),
  -- what Stripe adds: a quantity, or millionths of the currency's unit for a meter reckoned as an average
  value bigint not null check (value <> 0),
  -- the same identifier counts once, here and there
  identifier text not null unique check (char_length(identifier) between 1 and 100),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts integer not null default 0,
  error text,
  primary key (tenant_id, id),
  foreign key (plan_version_id, meter) references platform.plan_prices (plan_version_id, meter)
);
create index meter_events_waiting on platform.meter_events (created_at) where sent_at is null;
create index meter_events_day on platform.meter_events (tenant_id, plan_version_id, meter, on_day);
create index meter_events_late on platform.meter_events (tenant_id, billed_on) where billed_on is not null;

-- Money an admin gave a company; Stripe takes it off the next invoices.
create table platform.credits (
  tenant_id uuid not null references platform.accounts (tenant_id) on delete cascade,
  id uuid not null default app.new_id(),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  reason text not null check (char_length(reason) between 1 and 500),
  given_by uuid not null references platform.admins (id),
  given_at timestamptz not null default now(),
  stripe_transaction_id text unique,
  primary key (tenant_id, id)
);

-- What Stripe last said of a company: how it pays, what it has on balance, and how its subscription stands.
create table platform.stripe_customers (
  tenant_id uuid primary key references platform.accounts (tenant_id) on delete cascade,
  method_id text,
  -- 'card', 'us_bank_account', …
  method_kind text,
  method_brand text,
  method_last4 text,
  -- the last day on which a card is good
  method_expires_on date,
  -- negative: money the company has with Portico, taken off its next invoices
  balance_minor bigint not null default 0,
  fetched_at timestamptz not null,
  subscription_status text,
  -- the day from which a subscription charges that took the place of one that had ended; null for a company's first
  resumed_on date,
  period_starts_at timestamptz,
  period_ends_at timestamptz,
  subscription_fetched_at timestamptz,
  check ((method_id is null) = (method_kind is null))
);

-- What companies enter for a lower price: a share of the bill or an amount, for some months or for ever.
create table platform.coupons (
  code text primary key check (code ~ '^[A-Z0-9-]{3,40}$'),
  description text not null check (char_length(description) between 1 and 100),
  percent_basis_points integer check (percent_basis_points between 1 and 10000),
  amount_minor bigint check (amount_minor > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  months integer check (months between 1 and 60),
  ends_at timestamptz,
  most_uses integer check (most_uses > 0),
  created_at timestamptz not null default now(),
  check ((percent_basis_points is null) <> (amount_minor is null)),
  check ((amount_minor is null) = (currency is null))
);
create trigger coupons_fixed before update of code, percent_basis_points, amount_minor, currency, months
  on platform.coupons for each row execute function app.refuse_change();
create table platform.coupon_uses (
  tenant_id uuid not null references platform.accounts (tenant_id) on delete cascade,
  code text not null references platform.coupons (code),
  used_at timestamptz not null default now(),
  -- when Stripe was told; from then on Stripe keeps count of the months
  sent_at timestamptz,
  -- from when to when Stripe takes it off; no end for ever
  starts_at timestamptz,
  ends_at timestamptz,
  primary key (tenant_id, code)
);

-- Every event of Stripe's that was proved to be one; its row commits with its effect.
create table platform.webhook_events (
  id text primary key check (id ~ '^evt_'),
  type text not null,
  tenant_id uuid references platform.tenants (id) on delete set null,
  object_id text,
  created_at timestamptz not null,
  received_at timestamptz not null default now(),
  outcome text not null check (outcome in ('applied', 'ignored')),
  deliveries integer not null default 1
);
create index webhook_events_received on platform.webhook_events (received_at desc);

grant select, insert, update on platform.stripe_objects, platform.invoices, platform.webhook_events to portico_platform;
-- What is given or counted stays as it was; only what becomes of it at Stripe is added.
grant select, insert on platform.meter_events, platform.credits to portico_platform;
grant update (sent_at, billed_on, attempts, error) on platform.meter_events to portico_platform;
grant update (stripe_transaction_id) on platform.credits to portico_platform;
grant select, insert, update on platform.stripe_customers, platform.coupon_uses to portico_platform;
grant select, insert on platform.coupons to portico_platform;
grant update (description, ends_at, most_uses) on platform.coupons to portico_platform;
grant select, insert, delete on platform.invoice_lines to portico_platform;

-- Not drafts, which still change, nor the one over nothing that Stripe makes when a trial begins.
create function app.my_invoices()
  returns table (id uuid, number text, status text, currency text, subtotal_minor bigint, discount_minor bigint,
    tax_minor bigint, total_minor bigint, due_minor bigint, paid_minor bigint, period_starts_at timestamptz,
    period_ends_at timestamptz, issued_at timestamptz, due_at timestamptz, paid_at timestamptz,
    next_attempt_at timestamptz, page_url text, pdf_url text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.number, i.status, i.currency, i.subtotal_minor, i.discount_minor, i.tax_minor, i.total_minor,
    i.due_minor, i.paid_minor, i.period_starts_at, i.period_ends_at, i.issued_at, i.due_at, i.paid_at,
    i.next_attempt_at, i.page_url, i.pdf_url
  from platform.invoices i
  where i.tenant_id = app.current_tenant() and app.sees_bill()
    and i.status <> 'draft' and (i.subtotal_minor <> 0 or i.total_minor <> 0);
$$;

create function app.my_invoice_lines(p_invoice uuid)
  returns table (at integer, description text, quantity bigint, amount_minor bigint, period_starts_at timestamptz,
    period_ends_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.position, l.description, l.quantity, l.amount_minor, l.period_starts_at, l.period_ends_at
  from platform.invoice_lines l
  where l.tenant_id = app.current_tenant() and app.sees_bill()
    and l.invoice_id = p_invoice order by 1;
$$;
revoke execute on function app.my_invoices(), app.my_invoice_lines(uuid) from public;
grant execute on function app.my_invoices(), app.my_invoice_lines(uuid) to portico_app;

-- A version of a plan with its prices, as lib/subscriptions/billing.ts reads it.
create function platform.plan_json(p_version text) returns jsonb language sql stable set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('id', v.id, 'plan', v.plan, 'kind', v.kind, 'version', v.version, 'name', v.name,
    'currency', v.currency, 'baseMinor', v.base_minor, 'limits', v.limits, 'features', v.features,
    'prices', (select coalesce(jsonb_agg(jsonb_build_object('meter', p.meter, 'unitMicros', p.unit_micros,
        'perUnits', p.per_units, 'reckoned', p.reckoned)
        order by array_position(array['homeowners', 'storage-bytes', 'emails', 'texts'], p.meter)), '[]')
      from platform.plan_prices p where p.plan_version_id = v.id))
  from platform.plan_versions v where v.id = p_version;
$$;

-- When a company's pages were closed to it, by an admin or for want of payment, oldest first; nothing is charged then.
create function platform.suspensions(p_tenant uuid) returns jsonb language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('startsAt', s.at, 'endsAt', s.ends_at) order by s.at), '[]')
  from (select at, to_state, lead(at) over (order by at, id) as ends_at from platform.state_changes
    where tenant_id = p_tenant) s
  where s.to_state = 'suspended';
$$;

-- All that is agreed with a company, and how it pays. Why an admin holds it is no part: the company reads this too.
create function platform.billing(p_tenant uuid) returns jsonb language sql stable set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('tenantId', a.tenant_id, 'name', t.name, 'state', a.state, 'stateSince', a.state_since,
    'currency', a.currency, 'trialEndsAt', a.trial_ends_at, 'cancelsAt', a.cancels_at, 'heldAt', a.held_at,
    'suspensions', platform.suspensions(a.tenant_id), 'overdueSince', a.overdue_since,
    'paymentMethodAt', a.payment_method_at, 'firstPaidAt', a.first_paid_at,
    'billingEmail', a.billing_email, 'taxExempt', a.tax_exempt, 'customerId', a.stripe_customer_id,
    'subscriptionId', a.stripe_subscription_id,
    'method', case when c.method_id is null then null else jsonb_build_object('kind', c.method_kind,
      'brand', c.method_brand, 'last4', c.method_last4, 'expiresOn', c.method_expires_on) end,
    'balanceMinor', coalesce(c.balance_minor, 0), 'subscriptionStatus', c.subscription_status,
    'resumedOn', c.resumed_on,
    'lateUse', (select coalesce(jsonb_agg(jsonb_build_object('planVersionId', l.plan_version_id, 'meter', l.meter,
        'billedOn', l.billed_on, 'value', l.value) order by l.billed_on, l.plan_version_id, l.meter), '[]')
      from (select plan_version_id, meter, billed_on, sum(value)::bigint as value from platform.meter_events
        where tenant_id = a.tenant_id and billed_on is not null group by 1, 2, 3) l),
    'periods', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'startsOn', s.starts_on, 'endsOn', s.ends_on,
        'plan', platform.plan_json(s.plan_version_id)) order by s.starts_on, s.id), '[]')
      from platform.subscriptions s where s.tenant_id = a.tenant_id and s.starts_on is distinct from s.ends_on),
    'replaced', (select coalesce(jsonb_agg(jsonb_build_object('startsOn', s.starts_on,
        'plan', platform.plan_json(s.plan_version_id)) order by s.starts_on, s.id), '[]')
      from platform.subscriptions s where s.tenant_id = a.tenant_id and s.starts_on = s.ends_on
        and s.agreed_on < s.starts_on and s.end_agreed_on = s.starts_on),
    'coupons', (select coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'description', k.description,
        'basisPoints', k.percent_basis_points, 'amountMinor', k.amount_minor, 'months', k.months,
        'usedAt', u.used_at, 'sentAt', u.sent_at, 'startsAt', u.starts_at, 'endsAt', u.ends_at) order by u.used_at, k.code), '[]')
      from platform.coupon_uses u join platform.coupons k on k.code = u.code where u.tenant_id = a.tenant_id))
  from platform.accounts a join platform.tenants t on t.id = a.tenant_id
    left join platform.stripe_customers c on c.tenant_id = a.tenant_id
  where a.tenant_id = p_tenant;
$$;

-- Puts another plan, or none, in the place of a company's plan of a kind, confirmed on a UTC day. A day is charged as
-- the dearest plan that was had on it: something dearer counts from that day, something cheaper or nothing from the next.
-- lib/subscriptions/plan-change.ts says the same for previews.
create function platform.change_plan(p_tenant uuid, p_kind text, p_version text, p_on date) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare
  v_base bigint := (select base_minor from platform.plan_versions where id = p_version and kind = p_kind);
  v_had bigint;
  v_from date := p_on;
begin
  if p_version is not null and v_base is null then
    raise exception 'no plan % of the kind %', p_version, p_kind using errcode = 'foreign_key_violation';
  end if;
  perform 1 from platform.accounts where tenant_id = p_tenant for update;
  select v.base_minor into v_had from platform.subscriptions s join platform.plan_versions v on v.id = s.plan_version_id
    where s.tenant_id = p_tenant and s.kind = p_kind and s.starts_on <= p_on and (s.ends_on is null or s.ends_on > p_on);
  if found and (p_version is null or v_base < v_had) then
    v_from := p_on + 1;
  end if;
  update platform.subscriptions set ends_on = greatest(starts_on, v_from), end_agreed_on = p_on
    where tenant_id = p_tenant and kind = p_kind and (ends_on is null or ends_on > v_from);
  if p_version is not null then
    insert into platform.subscriptions (tenant_id, kind, plan_version_id, starts_on, agreed_on)
      values (p_tenant, p_kind, p_version, v_from, p_on);
  end if;
end $$;

-- What is for sale on a day, prices included.
create function platform.plans_for_sale(p_on date) returns jsonb language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(platform.plan_json(v.id) order by v.kind desc, v.base_minor), '[]') from platform.plan_versions v
  where v.effective_on <= p_on and (v.retired_on is null or v.retired_on > p_on)
    and not exists (select 1 from platform.plan_versions n where n.plan = v.plan and n.version > v.version
      and n.effective_on <= p_on and (n.retired_on is null or n.retired_on > p_on));
$$;
revoke execute on function platform.plan_json(text), platform.suspensions(uuid), platform.billing(uuid),
  platform.change_plan(uuid, text, text, date), platform.plans_for_sale(date) from public;
grant execute on function platform.plan_json(text), platform.suspensions(uuid), platform.billing(uuid),
  platform.change_plan(uuid, text, text, date), platform.plans_for_sale(date) to portico_platform;

-- The same for the company itself: read by whoever sees its bill, changed by whoever may. Security definer because
-- portico_app has no grant on platform; each looks at the person's own right, and the context names the tenant.
create function app.my_billing() returns jsonb language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select platform.billing(app.current_tenant())
    where app.sees_bill() or (app.holds('billing:write') and not app.is_guest());
$$;
create function app.plans_for_sale(p_on date) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select platform.plans_for_sale(p_on);
$$;
create function app.assert_pays() returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if not app.holds('billing:write') or app.is_guest() then
    raise exception 'only who may change the bill does' using errcode = 'insufficient_privilege';
  end if;
end $$;
create function app.change_plan(p_kind text, p_version text, p_on date) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  perform app.assert_pays();
  perform platform.change_plan(app.current_tenant(), p_kind, p_version, p_on);
end $$;
-- Null: it goes on.
create function app.end_account(p_at timestamptz) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  perform app.assert_pays();
  update platform.accounts set cancels_at = p_at, cancel_requested_at = case when p_at is not null then now() end
    where tenant_id = app.current_tenant() and state <> 'cancelled';
end $$;
create function app.set_billing_email(p_email text) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  perform app.assert_pays();
  update platform.accounts set billing_email = p_email where tenant_id = app.current_tenant();
end $$;
-- Says whether a code was taken: 'used', 'unknown' (or over, or of another currency), 'spent', or 'again'.
create function app.use_coupon(p_code text) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  v_coupon platform.coupons;
begin
  perform app.assert_pays();
  select k.* into v_coupon from platform.coupons k join platform.accounts a on a.tenant_id = app.current_tenant()
    where k.code = p_code and (k.ends_at is null or k.ends_at > now()) and coalesce(k.currency, a.currency) = a.currency
    for update of k;
  if not found then
    return 'unknown';
  elsif exists (select 1 from platform.coupon_uses where tenant_id = app.current_tenant() and code = p_code) then
    return 'again';
  elsif v_coupon.most_uses <= (select count(*) from platform.coupon_uses where code = p_code) then
    return 'spent';
  end if;
  insert into platform.coupon_uses (tenant_id, code) values (app.current_tenant(), p_code);
  return 'used';
end $$;
revoke execute on function app.my_billing(), app.plans_for_sale(date), app.assert_pays(), app.change_plan(text, text, date),
  app.end_account(timestamptz), app.set_billing_email(text), app.use_coupon(text) from public;
grant execute on function app.my_billing(), app.plans_for_sale(date), app.change_plan(text, text, date),
  app.end_account(timestamptz), app.set_billing_email(text), app.use_coupon(text) to portico_app;
