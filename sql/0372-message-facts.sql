-- What Portico's people may know of a company's messages, so that they can say why one did not arrive: of which kind,
-- how far it got, and the provider's code for refusing it. Not to whom it went nor what it says; of the provider's words
-- only a code is given, in the few shapes in which codes stand there; what is reported of a message that a provider had
-- taken may quote the recipient's server in any shape. Security definer because portico_platform has no
-- grant on the messages.
create function app.message_facts(p_tenant uuid, p_since timestamptz)
  returns table (id uuid, channel text, template text, status text, code text, attempts integer,
    created_at timestamptz, sent_at timestamptz, updated_at timestamptz)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_before text := current_setting('app.current_tenant', true);
begin
  perform set_config('app.current_tenant', p_tenant::text, true);
  return query select m.id, m.channel, m.template, m.status,
      coalesce(case when m.provider_id is null
          then substring(m.error from '^([a-z]+(?:_[a-z]+){1,5}|[1-9][0-9]{2}|[1-9][0-9]{4}|network): ') end,
        substring(m.error from '^Twilio reports error ([1-9][0-9]{4})\.$'),
        substring(m.error from '^The mail server refused the message: ([45][0-9]{2})(?:[^0-9]|$)')),
      m.attempts, m.created_at, m.sent_at, m.updated_at
    from app.messages m where m.tenant_id = p_tenant and m.created_at >= p_since;
  perform set_config('app.current_tenant', coalesce(v_before, ''), true);
end $$;
revoke execute on function app.message_facts(uuid, timestamptz) from public;
grant execute on function app.message_facts(uuid, timestamptz) to portico_platform;
