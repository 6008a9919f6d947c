-- pg-boss keeps its tables in schema jobs, owned by portico_platform; see lib/jobs/install-jobs.ts. Tenants
-- enqueue through this function alone: it stamps the tenant, so a payload cannot name another. Security
-- definer because portico_app has no grant on the queue and so cannot read other tenants' jobs.
create function app.enqueue_job(p_name text, p_data jsonb, p_key text default null, p_start_after timestamptz default now())
  returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_tenant uuid := nullif(current_setting('app.current_tenant', true), '')::uuid;
  v_id uuid;
begin
  if v_tenant is null then
    raise exception 'a job needs a tenant context' using errcode = 'insufficient_privilege';
  end if;
  insert into jobs.job (name, data, start_after, singleton_key, expire_seconds, deletion_seconds, keep_until, retry_limit,
    retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
  select q.name, p_data || jsonb_build_object('tenantId', v_tenant), p_start_after,
    case when p_key is null then null else v_tenant::text || ':' || p_key end,
    q.expire_seconds, q.deletion_seconds, p_start_after + q.retention_seconds * interval '1 second', q.retry_limit,
    q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds
  from jobs.queue q where q.name = p_name
  on conflict do nothing returning id into v_id;
  if v_id is null and not exists (select 1 from jobs.queue where name = p_name) then
    raise exception 'no such queue: %', p_name using errcode = 'undefined_object';
  end if;
  return v_id;
end $$;
revoke execute on function app.enqueue_job(text, jsonb, text, timestamptz) from public;
grant execute on function app.enqueue_job(text, jsonb, text, timestamptz) to portico_app;
