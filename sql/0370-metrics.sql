-- How the business and the service do, day by day and hour by hour; made from facts, and made again whenever asked.

-- Where each company stood at the end of a UTC day and what it pays a month by then: the base prices of its plans
-- and what is charged per homeowner, for companies that pay; one on hold does not. Uses without a monthly price
-- (emails, storage) are no part.
create table platform.revenue_days (
  on_day date not null,
  tenant_id uuid not null references platform.accounts (tenant_id) on delete cascade,
  state text not null,
  -- suspended by an admin: pays nothing meanwhile, and is not lost
  held boolean not null default false,
  mrr_minor bigint not null check (mrr_minor >= 0),
  primary key (on_day, tenant_id)
);
create index revenue_days_tenant on platform.revenue_days (tenant_id, on_day);

create table platform.metric_days (
  on_day date not null,
  metric text not null check (metric ~ '^[a-z]+(-[a-z0-9]+)*$'),
  value bigint not null,
  primary key (metric, on_day)
);

-- Requests of a company's people as each server process counted them. Times in milliseconds, by upper bound.
create table platform.request_hours (
  tenant_id uuid not null references platform.accounts (tenant_id) on delete cascade,
  hour_at timestamptz not null check (date_trunc('hour', hour_at) = hour_at),
  requests bigint not null default 0,
  errors bigint not null default 0,
  le_50 bigint not null default 0,
  le_100 bigint not null default 0,
  le_200 bigint not null default 0,
  le_500 bigint not null default 0,
  le_1000 bigint not null default 0,
  le_5000 bigint not null default 0,
  slower bigint not null default 0,
  primary key (tenant_id, hour_at),
  check (requests = le_50 + le_100 + le_200 + le_500 + le_1000 + le_5000 + slower and errors <= requests)
);
create index request_hours_hour on platform.request_hours (hour_at);

grant select, insert, update, delete on platform.revenue_days, platform.metric_days to portico_platform;
grant select, insert, update, delete on platform.request_hours to portico_platform;

-- Makes the figures of the days from one up to and without another, in place of what was there.
create function platform.roll_up_metrics(p_from date, p_until date) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from platform.revenue_days where on_day >= p_from and on_day < p_until;
  insert into platform.revenue_days (on_day, tenant_id, state, held, mrr_minor)
    select d.on_day, a.tenant_id, s.to_state, s.to_state = 'suspended' and s.event = 'admin_suspended',
      case when s.to_state in ('active', 'past_due') then coalesce(p.minor, 0) else 0 end
    from (select p_from + n as on_day from generate_series(0, p_until - p_from - 1) n) d
    cross join platform.accounts a
    cross join lateral (select c.to_state, c.event from platform.state_changes c
      where c.tenant_id = a.tenant_id and c.at < (d.on_day + 1)::timestamp at time zone 'UTC'
      order by c.at desc, c.id desc limit 1) s
    -- Rounded half up to a cent, of which a dollar's micros make 10,000; every plan is sold in dollars (0300-billing.sql).
    cross join lateral (select sum(v.base_minor + coalesce(
        (2 * h.unit_micros * u.quantity + 10000 * h.per_units) / (20000 * h.per_units), 0))::bigint as minor
      from platform.subscriptions b join platform.plan_versions v on v.id = b.plan_version_id
      left join platform.plan_prices h on h.plan_version_id = v.id and h.meter = 'homeowners'
      left join platform.usage_days u on u.tenant_id = a.tenant_id and u.meter = h.meter and u.on_day = d.on_day
      where b.tenant_id = a.tenant_id and b.starts_on <= d.on_day and (b.ends_on is null or b.ends_on > d.on_day)) p;

  delete from platform.metric_days where on_day >= p_from and on_day < p_until;
  insert into platform.metric_days (on_day, metric, value)
    select d.on_day, m.metric, coalesce(m.value, 0)
    from (select p_from + n as on_day from generate_series(0, p_until - p_from - 1) n) d
    cross join lateral (
      select r.metric, r.value from (
        select sum(mrr_minor)::bigint as mrr, count(*) filter (where state in ('active', 'past_due')) as paying,
          count(*) filter (where state = 'trialing') as trialing
        from platform.revenue_days where on_day = d.on_day) x,
        lateral (values ('mrr', x.mrr), ('paying', x.paying), ('trialing', x.trialing)) r (metric, value)
      union all
      -- What the companies that paid thirty days before paid then, and what they pay now. Those on hold are customers
      -- that pay nothing: not lost by it, nor gained when they go on.
      select r.metric, r.value from (
        select sum(b.mrr_minor)::bigint as before, sum(n.mrr_minor) filter (where not b.held)::bigint as now,
          count(*) as companies, count(*) filter (where n.state not in ('active', 'past_due') and not n.held) as lost
        from platform.revenue_days b left join platform.revenue_days n on n.tenant_id = b.tenant_id and n.on_day = d.on_day
        where b.on_day = d.on_day - 30 and (b.state in ('active', 'past_due') or b.held)) x,
        lateral (values ('kept-mrr-before', x.before), ('kept-mrr-now', x.now), ('kept-before', x.companies),
          ('kept-lost', x.lost)) r (metric, value)
      union all
      select r.metric, r.value from (
        select count(*) filter (where event = 'opened') as opened,
          count(*) filter (where from_state = 'trialing' and to_state <> 'suspended') as ended,
          count(*) filter (where from_state = 'trialing' and to_state = 'active') as converted,
          count(*) filter (where to_state = 'cancelled') as lost
        from platform.state_changes
        where at >= d.on_day::timestamp at time zone 'UTC' and at < (d.on_day + 1)::timestamp at time zone 'UTC') x,
        lateral (values ('opened', x.opened), ('trials-ended', x.ended), ('trials-converted', x.converted),
          ('cancelled', x.lost)) r (metric, value)
      union all
      select 'overdue', sum(due_minor - case when status = 'paid' then 0 else paid_minor end)::bigint from platform.invoices
        where status in ('open', 'uncollectible', 'paid') and failed_at is not null
          and issued_at < (d.on_day + 1)::timestamp at time zone 'UTC'
          and (paid_at is null or paid_at >= (d.on_day + 1)::timestamp at time zone 'UTC')
      union all
      select 'used-' || k.meter, (select sum(u.quantity)::bigint from platform.usage_days u
          where u.on_day = d.on_day and u.meter = k.meter)
        from unnest(array['homeowners', 'users', 'storage-bytes', 'emails', 'texts', 'api-calls']) k (meter)
      union all
      select 'using-' || k.meter, (select count(*) from platform.usage_days u
          where u.on_day = d.on_day and u.meter = k.meter and u.quantity > 0)
        from unnest(array['emails', 'texts', 'api-calls']) k (meter)
    ) m (metric, value);
end $$;
revoke execute on function platform.roll_up_metrics(date, date) from public;
grant execute on function platform.roll_up_metrics(date, date) to portico_platform;
