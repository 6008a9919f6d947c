import { Prisma } from '@/lib/db/generated/client'
import { type Choice, defineList, sortBy } from '@/lib/lists/define-list'
import { templateLabels, templateNames } from './templates'

/** The statuses of a message, in words. */
export const statusChoices: readonly Choice[] = [
  { value: 'queued', label: 'Queued', tone: 'neutral' },
  { value: 'sending', label: 'Being sent', tone: 'info' },
  { value: 'sent', label: 'Sent', tone: 'info' },
  { value: 'delivered', label: 'Delivered', tone: 'positive' },
  { value: 'bounced', label: 'Bounced', tone: 'critical' },
  { value: 'complained', label: 'Reported as spam', tone: 'critical' },
  { value: 'failed', label: 'Failed', tone: 'critical' },
  { value: 'suppressed', label: 'Not sent', tone: 'caution' },
]

/** The emails and texts of a tenant, the latest first. One-time links are not among the columns. */
export const messageList = defineList({
  id: 'messages',
  can: 'message:read',
  from: Prisma.sql`app.messages m`,
  joined: {
    alias: 'm',
    sql: Prisma.sql`left join app.users u on u.tenant_id = m.tenant_id and u.id = m.user_id
      left join app.homeowners h on h.tenant_id = m.tenant_id and h.id = m.homeowner_id`,
  },
  key: Prisma.sql`m.id`,
  search: [Prisma.sql`m.search_text`],
  defaultSort: { column: 'createdAt', direction: 'desc' },
  columns: {
    recipient: { label: 'To', kind: 'text', sql: Prisma.sql`m.recipient`, fixed: true },
    person: { label: 'Person', kind: 'text', sql: Prisma.sql`coalesce(h.name, u.name)` },
    subject: { label: 'Subject', kind: 'text', sql: Prisma.sql`m.subject` },
    template: {
      label: 'Kind',
      kind: 'choice',
      sql: Prisma.sql`m.template`,
      choices: templateNames.map(value => ({ value, label: templateLabels[value] })),
      filter: true,
    },
    channel: {
      label: 'By',
      kind: 'choice',
      sql: Prisma.sql`m.channel`,
      choices: [
        { value: 'email', label: 'Email' },
        { value: 'sms', label: 'Text' },
      ],
      filter: true,
    },
    status: {
      label: 'Status',
      kind: 'choice',
      sql: Prisma.sql`m.status`,
      choices: statusChoices,
      filter: true,
    },
    createdAt: {
      label: 'Queued',
      kind: 'instant',
      sql: Prisma.sql`m.created_at`,
      sort: sortBy('instant', Prisma.sql`m.created_at`),
      filter: true,
    },
    attempts: { label: 'Tries', kind: 'number', sql: Prisma.sql`m.attempts`, hidden: true },
    error: { label: 'Problem', kind: 'text', sql: Prisma.sql`m.error`, hidden: true },
  },
})
