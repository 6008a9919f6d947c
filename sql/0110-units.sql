-- Units of an association: what is owned and assessed. Vote weight and assessment share are exact fractions.
create table app.units (
  tenant_id uuid not null default app.current_tenant(),
  id uuid not null default app.new_id(),
  association_id uuid not null,
  label text not null check (label = btrim(label) and char_length(label) between 1 and 40),
  street text, city text, region text, postal_code text,
  vote_weight_numerator bigint not null default 1 check (vote_weight_numerator >= 0),
  vote_weight_denominator bigint not null default 1 check (vote_weight_denominator between 1 and 1000000000),
  -- null: an equal part of the association
  assessment_share_numerator bigint check (assessment_share_numerator >= 0),
  assessment_share_denominator bigint check (assessment_share_denominator between 1 and 1000000000),
  status text not null default 'active' check (status in ('active', 'archived')),
  archived_at timestamptz,
  archived_by uuid,
  -- labels in the order people read them: numbers are padded, so that 2 comes before 10
  label_sort text collate "C" not null,
  -- the name of the association as it is sorted, so that one index holds all units of a tenant in the order people
  -- read them; kept by the triggers below
  association_sort text collate "C" not null default '',
  search_text text generated always as (app.normalise(label || ' ' || coalesce(street, ''))) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, association_id, label),
  foreign key (tenant_id, association_id) references app.associations (tenant_id, id),
  foreign key (tenant_id, archived_by) references app.users (tenant_id, id),
  check ((assessment_share_numerator is null) = (assessment_share_denominator is null)),
  check (assessment_share_numerator <= assessment_share_denominator),
  check ((status = 'archived') = (archived_at is not null))
);
comment on table app.units is 'A unit of an association.';
create index units_label on app.units (tenant_id, label_sort, id);
create index units_association on app.units (tenant_id, association_id, label_sort, id);
create index units_in_order on app.units (tenant_id, association_sort, association_id, label_sort, id);

create function app.unit_label_sort() returns trigger language plpgsql as $$
declare
  v_text text := app.normalise(new.label);
  v_sort text := '';
  v_part text[];
begin
  if tg_op = 'UPDATE' and new.label = old.label then return new; end if;
  for v_part in select regexp_matches(v_text, '(\d+)|(\D+)', 'g') loop
    v_sort := v_sort || coalesce(lpad(v_part[1], greatest(8, length(v_part[1])), '0'), v_part[2]);
  end loop;
  new.label_sort := v_sort;
  return new;
end $$;
create trigger units_label_sort before insert or update on app.units for each row execute function app.unit_label_sort();

create function app.unit_association_sort() returns trigger language plpgsql as $$
begin
  new.association_sort := coalesce((select a.name_sort from app.associations a
    where a.tenant_id = new.tenant_id and a.id = new.association_id), '');
  return new;
end $$;
-- Who adds units by the thousand has read the name already and gives it.
create trigger units_association_sort before insert on app.units
  for each row when (new.association_sort = '') execute function app.unit_association_sort();
create trigger units_association_sort_change before update of association_id, association_sort on app.units
  for each row execute function app.unit_association_sort();

-- Whoever renames an association sees its units. Not a change of the units themselves: nobody who edits one is told
-- that it was changed meanwhile.
create function app.sort_units_anew() returns trigger language plpgsql as $$
begin
  update app.units set association_sort = new.name_sort where tenant_id = new.tenant_id and association_id = new.id;
  return null;
end $$;
create trigger associations_sort_units after update on app.associations
  for each row when (old.name_sort is distinct from new.name_sort) execute function app.sort_units_anew();

create trigger units_touch before update on app.units for each row
  when (old.association_sort = new.association_sort or old.association_id <> new.association_id)
  execute function app.touch();

-- Definer: the count must be right whatever the writer may see.
create function app.count_units() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    update app.associations a set unit_count = a.unit_count + n.more
      from (select tenant_id, association_id, count(*)::int as more from new_rows where status = 'active' group by 1, 2) n
      where a.tenant_id = n.tenant_id and a.id = n.association_id;
  else
    update app.associations a set unit_count = a.unit_count + n.more
      from (select tenant_id, association_id, sum(more)::int as more from (
          select tenant_id, association_id, 1 as more from new_rows where status = 'active'
          union all select tenant_id, association_id, -1 from old_rows where status = 'active') both_rows
        group by 1, 2 having sum(more) <> 0) n
      where a.tenant_id = n.tenant_id and a.id = n.association_id;
  end if;
  return null;
end $$;
revoke execute on function app.count_units() from public;
create trigger units_count_insert after insert on app.units referencing new table as new_rows
  for each statement execute function app.count_units();
create trigger units_count_update after update on app.units referencing old table as old_rows new table as new_rows
  for each statement execute function app.count_units();

alter table app.units enable row level security;
alter table app.units force row level security;
create policy units_tenant on app.units as restrictive
  using (tenant_id = (select app.current_tenant())) with check (tenant_id = (select app.current_tenant()));
create policy units_staff on app.units to portico_app
  using ((select app.sees_all_associations()) or association_id = any (array(select app.chosen_associations())))
  with check ((select app.sees_all_associations()) or association_id = any (array(select app.chosen_associations())));
create policy units_definer on app.units for select to portico_owner using (true);
create policy units_definer_lock on app.units for update to portico_owner using (true);
grant select, insert, update on app.units to portico_app;
revoke execute on function app.unit_association_sort(), app.sort_units_anew() from public;
grant execute on function app.unit_label_sort(), app.unit_association_sort(), app.sort_units_anew() to portico_app;
