import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { deadLetters, queues } from './job-names'
import { jobTitle } from './job-titles'

/** Jobs whose tries are spent: which, of whom, with which ids, and why. For platform admins. */
export const deadLetterList = defineList({
  id: 'dead-letters',
  from: sql`(select id, data, output, created_on, source_name, source_id, source_retry_count
    from jobs.job where name = ${deadLetters} and state = 'created') d`,
  joined: { alias: 'd', sql: sql`left join platform.tenants t on t.id::text = d.data ->> 'tenantId'` },
  key: sql`d.id`,
  search: pattern => sql`(lower(t.name) like ${pattern} or lower(d.output::text) like ${pattern})`,
  defaultSort: { column: 'diedAt', direction: 'desc' },
  columns: {
    job: {
      label: 'Job',
      kind: 'choice',
      sql: sql`d.source_name`,
      choices: Object.keys(queues).map(value => ({ value, label: jobTitle(value) })),
      filter: true,
      fixed: true,
    },
    tenant: { label: 'Company', kind: 'text', sql: sql`t.name` },
    tries: { label: 'Tries', kind: 'number', sql: sql`d.source_retry_count + 1` },
    error: {
      label: 'Error',
      kind: 'text',
      sql: sql`left(coalesce(d.output ->> 'message', d.output -> 'value' ->> 'message', d.output::text), 300)`,
    },
    ids: { label: 'Ids', kind: 'text', sql: sql`(d.data - 'tenantId')::text`, hidden: true },
    diedAt: {
      label: 'Given up',
      kind: 'instant',
      sql: sql`d.created_on`,
      sort: sortBy('instant', sql`d.created_on`),
    },
  },
})
