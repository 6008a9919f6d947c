import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'

/** What keys are opened for, in words. */
export const purposeWords: Readonly<Record<string, string>> = {
  'send-email': 'Sent an email',
  'send-text': 'Sent a text',
  'check-report': 'Checked a delivery report',
  'test-connection': 'Tested the connection',
}

/** Every time a company's keys were opened, the latest first. */
export const usesList = defineList({
  id: 'credential-uses',
  can: 'credential:read',
  from: sql`app.credential_uses x`,
  joined: {
    alias: 'x',
    sql: sql`left join app.users u on u.tenant_id = x.tenant_id and u.id = x.user_id
      join app.credential_versions v on v.tenant_id = x.tenant_id and v.id = x.version_id`,
  },
  key: sql`x.id`,
  defaultSort: { column: 'at', direction: 'desc' },
  columns: {
    at: { label: 'When', kind: 'instant', sql: sql`x.at`, sort: sortBy('instant', sql`x.at`), fixed: true },
    purpose: {
      label: 'What for',
      kind: 'choice',
      sql: sql`x.purpose`,
      choices: Object.entries(purposeWords).map(([value, label]) => ({ value, label })),
      filter: true,
    },
    person: { label: 'Who', kind: 'text', sql: sql`u.name` },
    via: { label: 'Via', kind: 'text', sql: sql`x.via`, inner: true },
    number: { label: 'Key', kind: 'number', sql: sql`v.number` },
  },
})
