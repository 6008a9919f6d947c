-- The audit log is searched by the names of what was touched.
alter table app.audit_entries
  add column search_text text generated always as (app.normalise(coalesce(subject_label, ''))) stored;
create index audit_entries_user on app.audit_entries (tenant_id, user_id, at desc, id desc);
create index audit_entries_action on app.audit_entries (tenant_id, action, at desc, id desc);
