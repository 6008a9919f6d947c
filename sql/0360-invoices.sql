-- What passes between Portico and Stripe: the catalogue's ids there, invoices mirrored from there, usage on its way
-- there, and every webhook received. Tenants read their own invoices through app.my_invoices().

-- Which object of Stripe's stands for what of ours: a product, price or meter of the catalogue.
create table platform.stripe_objects (
  key text primary key check (key ~ '^(product|price|meter):[a-z0-9:-]+$'),
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
  meter text not null,
  on_day date not null,
  -- what Stripe adds: a quantity, or millionths of the currency's unit for a meter reckoned as an average
  value bigint not null check (value <> 0),
  -- the same identifier counts once, here and there
  identifier text not null unique check (char_length(identifier) between 1 and 100),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts integer not null default 0,
  error text,
  primary key (tenant_id, id)
);
create index meter_events_waiting on platform.meter_events (created_at) where sent_at is null;

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

grant select, insert, update on platform.stripe_objects, platform.invoices, platform.meter_events, platform.credits,
  platform.webhook_events to portico_platform;
grant select, insert, delete on platform.invoice_lines to portico_platform;

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
  where i.tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid and app.is_staff() and not app.is_guest()
    and i.status <> 'draft';
$$;

create function app.my_invoice_lines(p_invoice uuid)
  returns table (at integer, description text, quantity bigint, amount_minor bigint, period_starts_at timestamptz,
    period_ends_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.position, l.description, l.quantity, l.amount_minor, l.period_starts_at, l.period_ends_at
  from platform.invoice_lines l
  where l.tenant_id = nullif(current_setting('app.current_tenant', true), '')::uuid and app.is_staff() and not app.is_guest()
    and l.invoice_id = p_invoice order by 1;
$$;
revoke execute on function app.my_invoices(), app.my_invoice_lines(uuid) from public;
grant execute on function app.my_invoices(), app.my_invoice_lines(uuid) to portico_app;
