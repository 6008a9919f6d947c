import { sql } from '@/lib/db/sql'
import { type Choice, defineList, sortBy } from '@/lib/lists/define-list'
import { templateLabels, templateNames } from './templates'

/** The statuses of a message, in words. */
export const statusChoices: readonly Choice[] = [
  { value: 'queued', label: 'Queued', tone: 'neutral' },
  { value: 'sending', label: 'Being sent', tone: 'info' },
  { value: 'uncertain', label: 'May have been sent', tone: 'caution' },
  { value: 'sent', label: 'Sent', tone: 'info' },
  { value: 'delivered', label: 'Delivered', tone: 'positive' },
  { value: 'bounced', label: 'Bounced', tone: 'critical' },
  { value: 'complained', label: 'Reported as spam', tone: 'critical' },
  { value: 'failed', label: 'Failed', tone: 'critical' },
  { value: 'suppressed', label: 'Not sent', tone: 'caution' },
]

/** The kinds of message, and how one goes. */
export const templateChoices: readonly Choice[] = templateNames.map(value => ({
  value,
  label: templateLabels[value],
}))
export const channelChoices: readonly Choice[] = [
  { value: 'email', label: 'Email' },
  { value: 'sms', label: 'Text' },
]

/** The emails and texts of a tenant, the latest first. One-time links are not among the columns. */
export const messageList = defineList({
  id: 'messages',
  can: 'message:read',
  from: sql`app.messages m`,
  joined: {
    alias: 'm',
    sql: sql`left join app.users u on u.tenant_id = m.tenant_id and u.id = m.user_id
      left join app.homeowners h on h.tenant_id = m.tenant_id and h.id = m.homeowner_id`,
  },
  key: sql`m.id`,
  search: [sql`m.search_text`],
  defaultSort: { column: 'createdAt', direction: 'desc' },
  columns: {
    recipient: { label: 'To', kind: 'text', sql: sql`m.recipient`, fixed: true },
    person: { label: 'Person', kind: 'text', sql: sql`coalesce(h.name, u.name)`, hidden: true },
    subject: { label: 'Subject', kind: 'text', sql: sql`m.subject` },
    template: {
      label: 'Kind',
      kind: 'choice',
      sql: sql`m.template`,
      choices: templateChoices,
      filter: true,
    },
    channel: {
      label: 'Channel',
      kind: 'choice',
      sql: sql`m.channel`,
      choices: channelChoices,
      filter: true,
      hidden: true,
    },
    status: {
      label: 'Status',
      kind: 'choice',
      sql: sql`m.status`,
      choices: statusChoices,
      filter: true,
    },
    createdAt: {
      label: 'Queued',
      kind: 'instant',
      sql: sql`m.created_at`,
      sort: sortBy('instant', sql`m.created_at`),
      filter: true,
    },
    attempts: { label: 'Tries', kind: 'number', sql: sql`m.attempts`, hidden: true },
    error: { label: 'Problem', kind: 'text', sql: sql`m.error`, hidden: true },
  },
})
