import { sql } from '@/lib/db/sql'
import { type Choice, defineList, sortBy } from '@/lib/lists/define-list'
import { deadLetters, queues } from './job-names'
import { jobTitle } from './job-titles'

const states: readonly Choice[] = [
  { value: 'given-up', label: 'Given up', tone: 'critical' },
  { value: 'retry', label: 'To be tried again', tone: 'caution' },
  { value: 'active', label: 'Running', tone: 'info' },
  { value: 'created', label: 'Waiting', tone: 'neutral' },
  { value: 'completed', label: 'Done', tone: 'positive' },
]
const urgency = sql`array_position(array['completed', 'created', 'active', 'retry', 'given-up'], j.state)`

/** A company's jobs, for platform admins: those given up first, then what is to be done, then what was. */
export const companyJobList = (tenantId: string) =>
  defineList({
    id: 'company-jobs',
    from: sql`(select id, coalesce(source_name, name) as job, created_on, started_on, start_after, completed_on, output,
        coalesce(source_retry_count, retry_count) as retries, data - 'tenantId' as ids,
        case when name = ${deadLetters} then 'given-up' else state::text end as state
      from jobs.job where data ->> 'tenantId' = ${tenantId} and case when name = ${deadLetters} then state = 'created'
        else state in ('created', 'retry', 'active', 'completed') end) j`,
    key: sql`j.id`,
    search: pattern => sql`(lower(j.job) like ${pattern} or lower(j.output::text) like ${pattern})`,
    defaultSort: { column: 'state', direction: 'desc' },
    columns: {
      job: {
        label: 'Job',
        kind: 'choice',
        sql: sql`j.job`,
        choices: Object.keys(queues).map(value => ({ value, label: jobTitle(value) })),
        filter: true,
        fixed: true,
      },
      state: {
        label: 'State',
        kind: 'choice',
        sql: sql`j.state`,
        choices: states,
        filter: true,
        sort: [
          { kind: 'number', sql: urgency },
          { kind: 'instant', sql: sql`j.created_on` },
        ],
      },
      tries: { label: 'Tries', kind: 'number', sql: sql`j.retries + (j.state <> 'created')::int` },
      error: {
        label: 'Error',
        kind: 'text',
        sql: sql`case when j.state <> 'completed' then
          left(coalesce(j.output ->> 'message', j.output -> 'value' ->> 'message', j.output::text), 300) end`,
      },
      ids: { label: 'Ids', kind: 'text', sql: sql`j.ids::text`, hidden: true },
      createdAt: {
        label: 'Since',
        kind: 'instant',
        sql: sql`j.created_on`,
        sort: sortBy('instant', sql`j.created_on`),
        filter: true,
      },
      dueAt: {
        label: 'Due',
        kind: 'instant',
        sql: sql`case when j.state in ('created', 'retry') then j.start_after end`,
      },
      doneAt: { label: 'Done', kind: 'instant', sql: sql`j.completed_on` },
    },
  })
