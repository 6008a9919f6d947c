/**
 * A past for the companies of the scale database, so that the business's figures have something to say: they signed up
 * over two years; most pay, every tenth is on trial, every fifteenth is gone; their homeowners were metered each day.
 */
export const historySteps: [what: string, sql: string][] = [
  [
    'accounts',
    `create temp table lives as select id as tenant_id, rank, size,
         case when rank % 10 = 0 then 5 else 40 + (rank * 37) % 690 end as age from sizes;
     update platform.tenants t set created_at = now() - l.age * interval '1 day' from lives l where t.id = l.tenant_id;
     update platform.subscriptions s set starts_on = current_date - l.age from lives l where s.tenant_id = l.tenant_id;
     insert into platform.subscriptions (tenant_id, kind, plan_version_id, starts_on)
       select tenant_id, 'tier', case rank % 8 when 0 then 'enterprise-1' when 4 then 'pro-1' else 'basic-1' end, current_date - age
       from lives where rank % 4 = 0;
     update platform.state_changes c set at = now() - l.age * interval '1 day' from lives l where c.tenant_id = l.tenant_id;
     insert into platform.state_changes (tenant_id, at, from_state, to_state, event)
       select tenant_id, now() - (age - 31) * interval '1 day', 'trialing', 'active', 'trial_ended' from lives where age > 31;
     insert into platform.state_changes (tenant_id, at, from_state, to_state, event)
       select tenant_id, now() - (age / 3) * interval '1 day', 'active', 'cancelled', 'period_ended' from lives
       where age > 100 and rank % 15 = 7;
     update platform.accounts a set trial_ends_at = (current_date - l.age + 31)::timestamp at time zone 'UTC',
         state = (select c.to_state from platform.state_changes c where c.tenant_id = a.tenant_id order by c.at desc limit 1)
       from lives l where a.tenant_id = l.tenant_id`,
  ],
  [
    'usage',
    `insert into platform.usage_days (tenant_id, meter, on_day, quantity)
       select l.tenant_id, m.meter, current_date - n, case m.meter when 'homeowners' then l.size when 'emails' then l.size / 20 else 3 end
       from lives l, generate_series(0, 399) n, (values ('homeowners'), ('emails'), ('users')) m (meter) where n <= l.age;
     insert into platform.request_hours (tenant_id, hour_at, requests, errors, le_50, le_100, le_200, slower)
       select tenant_id, date_trunc('hour', now()) - n * interval '1 hour', 400, (rank + n) % 3 / 2, 300, 80, 15, 5
       from lives, generate_series(0, 24 * 7) n`,
  ],
  ['figures', `select platform.roll_up_metrics(current_date - 400, current_date + 1)`],
]
