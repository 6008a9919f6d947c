-- Seats on an association's board: a title and a term held by a homeowner (or somebody named only).
create table app.board_seats (
  tenant_id uuid not null default app.current_tenant(),
  id uuid not null default app.new_id(),
  association_id uuid not null,
  homeowner_id uuid not null,
  title text not null check (title in ('president', 'vice-president', 'treasurer', 'secretary', 'director')),
  starts_on date not null,
  ends_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, association_id) references app.associations (tenant_id, id),
  foreign key (tenant_id, homeowner_id) references app.homeowners (tenant_id, id),
  check (ends_on > starts_on)
);
comment on table app.board_seats is 'A term on the board of an association; half-open dates of the association''s zone.';
create index board_seats_association on app.board_seats (tenant_id, association_id, starts_on);
create index board_seats_homeowner on app.board_seats (tenant_id, homeowner_id);
create trigger board_seats_touch before update on app.board_seats for each row execute function app.touch();

-- One holder at a time of each office; directors may be many. Definer: unseen seats count too.
create function app.check_board_office() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.association_id::text || new.title, 1));
  if new.title <> 'director' and exists (
    select 1 from app.board_seats s
    where s.tenant_id = new.tenant_id and s.association_id = new.association_id and s.title = new.title and s.id <> new.id
      and daterange(s.starts_on, s.ends_on) && daterange(new.starts_on, new.ends_on)) then
    raise exception 'the office of % is taken in that term', new.title
      using errcode = 'exclusion_violation', constraint = 'board_seats_one_holder';
  end if;
  return null;
end $$;
revoke execute on function app.check_board_office() from public;
create constraint trigger board_seats_one_holder after insert or update on app.board_seats
  deferrable initially deferred for each row execute function app.check_board_office();

alter table app.board_seats enable row level security;
alter table app.board_seats force row level security;
create policy board_seats_tenant on app.board_seats as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
create policy board_seats_staff on app.board_seats to portico_app
  using ((select app.sees_all_associations()) or association_id = any (array(select app.chosen_associations())))
  with check ((select app.sees_all_associations())
    or (association_id = any (array(select app.chosen_associations())) and app.sees_homeowner(homeowner_id)));
create policy board_seats_definer on app.board_seats for select to portico_owner using (true);
grant select, insert, update, delete on app.board_seats to portico_app;
