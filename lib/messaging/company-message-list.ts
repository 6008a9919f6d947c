import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { channelChoices, statusChoices, templateChoices } from './message-list'

/** Those that did not arrive, or may not have, before all others. */
const trouble = sql`(m.status in ('failed', 'bounced', 'complained', 'suppressed', 'uncertain'))::int`

/**
 * How a company's messages fared, for platform admins: those that did not arrive first, then the latest. To whom they
 * went and what they say is not read.
 * @param since older messages are left out
 */
export const companyMessageList = (tenantId: string, since: Date) =>
  defineList({
    id: 'company-messages',
    from: sql`app.message_facts(${tenantId}::uuid, ${since}) m`,
    key: sql`m.id`,
    search: pattern =>
      sql`(m.template like ${pattern} or m.status like ${pattern} or lower(m.code) like ${pattern})`,
    defaultSort: { column: 'status', direction: 'desc' },
    columns: {
      template: {
        label: 'Kind',
        kind: 'choice',
        sql: sql`m.template`,
        choices: templateChoices,
        filter: true,
        fixed: true,
      },
      channel: {
        label: 'By',
        kind: 'choice',
        sql: sql`m.channel`,
        choices: channelChoices,
        filter: true,
      },
      status: {
        label: 'Status',
        kind: 'choice',
        sql: sql`m.status`,
        choices: statusChoices,
        filter: true,
        sort: [
          { kind: 'number', sql: trouble },
          { kind: 'instant', sql: sql`m.created_at` },
        ],
      },
      code: { label: 'Provider’s code', kind: 'text', sql: sql`m.code` },
      attempts: { label: 'Tries', kind: 'number', sql: sql`m.attempts` },
      createdAt: {
        label: 'Queued',
        kind: 'instant',
        sql: sql`m.created_at`,
        sort: sortBy('instant', sql`m.created_at`),
        filter: true,
      },
      sentAt: { label: 'Sent', kind: 'instant', sql: sql`m.sent_at` },
      updatedAt: { label: 'Last change', kind: 'instant', sql: sql`m.updated_at`, hidden: true },
    },
  })
