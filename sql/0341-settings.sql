-- How the company does business: tax, commission, statements, who its emails come from, when its people are left alone.
-- Without a row everything is as the defaults say. Name, look, language, currency and zone are in app.tenants, which
-- anybody may read; this is for staff.
create table app.settings (
  tenant_id uuid not null default app.current_tenant() references app.tenants (tenant_id),
  vat_mode text not null default 'none' check (vat_mode in ('none', 'exclusive', 'inclusive')),
  vat_rate_bp integer not null default 0 check (vat_rate_bp between 0 and 10000),
  -- what the company keeps of a booking unless an owner's own rule says otherwise
  commission_kind text not null default 'none' check (commission_kind in ('none', 'percent', 'fixed')),
  commission_of text check (commission_of in ('gross', 'net')),
  commission_rate_bp integer check (commission_rate_bp between 0 and 10000),
  commission_fixed_minor bigint check (commission_fixed_minor >= 0),
  statement_footer text not null default '' check (char_length(statement_footer) <= 1000),
  sender_name text check (char_length(sender_name) between 1 and 80 and sender_name !~ '[[:cntrl:]"<>\\]'),
  reply_to text check (reply_to = lower(btrim(reply_to)) and reply_to !~ '[[:cntrl:][:space:]<>,;"]' and position('@' in reply_to) > 1),
  -- minutes after midnight in the company's zone, from the first up to the other; past midnight when that is earlier
  quiet_from_minute integer check (quiet_from_minute between 0 and 1439),
  quiet_until_minute integer check (quiet_until_minute between 0 and 1439),
  updated_at timestamptz not null default now(),
  primary key (tenant_id),
  check ((vat_mode = 'none') = (vat_rate_bp = 0)),
  check ((commission_kind = 'percent') = (commission_of is not null) and (commission_kind = 'percent') = (commission_rate_bp is not null)),
  check ((commission_kind = 'fixed') = (commission_fixed_minor is not null)),
  check ((quiet_from_minute is null) = (quiet_until_minute is null) and quiet_from_minute is distinct from coalesce(quiet_until_minute, -1))
);
comment on table app.settings is 'How the company does business; at most one row a tenant.';
create trigger settings_touch before update on app.settings for each row execute function app.touch();
alter table app.settings enable row level security;
alter table app.settings force row level security;
create policy settings_tenant on app.settings as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
create policy settings_read on app.settings for select to portico_app using ((select app.is_staff()));
create policy settings_add on app.settings for insert to portico_app with check ((select app.holds('settings:write')));
create policy settings_change on app.settings for update to portico_app using ((select app.holds('settings:write')));
grant select, insert, update on app.settings to portico_app;
