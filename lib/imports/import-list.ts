import { type Sql, sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { importKindChoices, importStateChoices, type Written } from './schema'

/**
 * How many rows of a kind an import brings: as the dry run counts them, from its start on what is written; null when it
 * ended before.
 * @param counted the dry run's count
 * @param keys what `written` calls it, in a register and in a roster
 */
function countWritten(counted: Sql, [register, roster]: [keyof Written, keyof Written]): Sql {
  return sql`case when i.committed_at is not null
      then coalesce((i.written ->> ${register}::text)::int, (i.written ->> ${roster}::text)::int, 0)
    when i.state not in ('failed', 'cancelled') then ${counted} end`
}

/** The imports of a tenant, the newest first. */
export const importList = defineList({
  id: 'imports',
  can: 'import:read',
  from: sql`app.imports i`,
  joined: {
    alias: 'i',
    sql: sql`left join app.users u on u.tenant_id = i.tenant_id and u.id = i.created_by`,
  },
  key: sql`i.id`,
  search: pattern => sql`app.normalise(i.file_name) like ${pattern}`,
  defaultSort: { column: 'createdAt', direction: 'desc' },
  columns: {
    fileName: { label: 'File', kind: 'text', sql: sql`i.file_name`, fixed: true },
    kind: { label: 'Kind', kind: 'choice', sql: sql`i.kind`, choices: importKindChoices, filter: true },
    state: { label: 'State', kind: 'choice', sql: sql`i.state`, choices: importStateChoices, filter: true },
    newCount: {
      label: 'New',
      kind: 'number',
      sql: countWritten(sql`i.new_count`, ['associationsCreated', 'ownershipsStarted']),
    },
    changedCount: {
      label: 'Changed',
      kind: 'number',
      sql: countWritten(sql`i.changed_count`, ['associationsChanged', 'homeownersChanged']),
    },
    unchangedCount: { label: 'Unchanged', kind: 'number', sql: sql`i.unchanged_count` },
    refusedCount: { label: 'Refused', kind: 'number', sql: sql`i.refused_count` },
    createdBy: { label: 'By', kind: 'text', sql: sql`u.name` },
    createdAt: {
      label: 'Uploaded',
      kind: 'instant',
      sql: sql`i.created_at`,
      filter: true,
      sort: sortBy('instant', sql`i.created_at`),
    },
  },
})
