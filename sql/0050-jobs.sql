-- pg-boss keeps its tables in schema jobs; portico_owner owns them and portico_platform has their rows alone, see
-- lib/jobs/install-jobs.ts. Tenants enqueue through this function alone: it stamps the tenant, so a payload cannot name
-- another. Security definer because portico_app has no grant on the queue and so cannot read other tenants' jobs.
-- A company's jobs are a group, of which a worker runs no more at once than lib/jobs/start-worker.ts says.
-- Of the queues only those that wake the workers are tenants': the platform's rounds, dead letters and what pg-boss
-- schedules with, whose payload is a whole job of anybody's, are not there for them.
-- A job with a key takes the policy 'short': the queue then holds one of its name and key that has not begun.
create function platform.enqueue_job(p_tenant uuid, p_name text, p_data jsonb, p_key text default null, p_start_after timestamptz default null)
  returns uuid language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_start timestamptz := coalesce(p_start_after, now());
  v_id uuid;
begin
  if p_tenant is null then
    raise exception 'a job needs a tenant context' using errcode = 'insufficient_privilege';
  end if;
  if jsonb_typeof(p_data) is distinct from 'object' then
    raise exception 'a job carries an object of ids' using errcode = 'invalid_parameter_value';
  end if;
  insert into jobs.job (name, data, start_after, singleton_key, expire_seconds, deletion_seconds, keep_until, retry_limit,
    retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds, group_id)
  select q.name, p_data || jsonb_build_object('tenantId', p_tenant), v_start,
    case when p_key is null then null else p_tenant::text || ':' || p_key end,
    q.expire_seconds, q.deletion_seconds, v_start + q.retention_seconds * interval '1 second', q.retry_limit,
    q.retry_delay, q.retry_backoff, q.retry_delay_max, case when p_key is null then 'standard' else 'short' end,
    q.dead_letter, q.heartbeat_seconds, p_tenant::text
  from jobs.queue q where q.name = p_name and q.notify
  on conflict do nothing returning id into v_id;
  if v_id is null and not exists (select from jobs.queue q where q.name = p_name and q.notify) then
    raise exception 'no such queue: %', p_name using errcode = 'undefined_object';
  end if;
  -- Wakes the workers when this transaction commits; the channel is the one pg-boss derives from its schema.
  if v_id is not null and v_start <= now() then
    perform pg_notify('pgboss_' || left(encode(sha224('jobs'::bytea), 'hex'), 24), p_name);
  end if;
  return v_id;
end $$;

create function app.enqueue_job(p_name text, p_data jsonb, p_key text default null, p_start_after timestamptz default null)
  returns uuid language sql security definer set search_path = pg_catalog, pg_temp as $$
  select platform.enqueue_job(nullif(current_setting('app.current_tenant', true), '')::uuid, p_name, p_data, p_key, p_start_after)
$$;
revoke execute on function platform.enqueue_job(uuid, text, jsonb, text, timestamptz),
  app.enqueue_job(text, jsonb, text, timestamptz) from public;
grant execute on function platform.enqueue_job(uuid, text, jsonb, text, timestamptz) to portico_platform;
grant execute on function app.enqueue_job(text, jsonb, text, timestamptz) to portico_app;
