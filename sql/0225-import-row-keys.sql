-- Keys of import rows begin with their import, so that one lookup needs one narrow index: before a table has statistics the
-- planner cannot tell the key's index from the primary key, and would read a whole import for each batch of it.
drop index app.import_rows_match;
create index import_rows_match on app.import_rows (tenant_id, match_key);
comment on column app.import_rows.match_key is
  'The import''s id, a space, and what rows about the same association (register) or person (roster) have in common.';
