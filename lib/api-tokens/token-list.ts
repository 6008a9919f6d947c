import { apiScopes } from '@/lib/auth/read-api-token'
import { sql } from '@/lib/db/sql'
import { defineList, sortBy } from '@/lib/lists/define-list'
import { tokenState, tokenStates, tokensWithMakers } from './token-state'

/** The API tokens, the newest first, revoked ones only when asked for. Of a token nothing is kept that opens anything. */
export const tokenList = defineList({
  id: 'api-tokens',
  from: tokensWithMakers,
  key: sql`k.id`,
  search: pattern =>
    sql`(lower(k.name) like ${pattern} or k.prefix like ${pattern} or lower(k.made_by) like ${pattern})`,
  defaultSort: { column: 'createdAt', direction: 'desc' },
  defaultFilters: { state: ['active', 'void', 'expired'] },
  columns: {
    name: {
      label: 'Used by',
      kind: 'text',
      sql: sql`k.name`,
      sort: sortBy('text', sql`lower(k.name)`),
      fixed: true,
    },
    prefix: { label: 'Begins with', kind: 'text', sql: sql`'ptc_' || k.prefix` },
    scopes: {
      label: 'Scopes',
      kind: 'text',
      sql: sql`array_to_string(k.scopes, ', ')`,
      filter: values => sql`k.scopes && ${values.filter(value => apiScopes.some(scope => scope === value))}`,
    },
    madeBy: { label: 'Made by', kind: 'text', sql: sql`k.made_by` },
    state: { label: 'State', kind: 'choice', sql: tokenState, choices: tokenStates, filter: true },
    lastUsedAt: {
      label: 'Last used',
      kind: 'instant',
      sql: sql`k.last_used_at`,
      sort: [{ kind: 'instant', sql: sql`k.last_used_at`, nullable: true }],
      filter: true,
    },
    expiresAt: {
      label: 'Expires',
      kind: 'instant',
      sql: sql`k.expires_at`,
      sort: sortBy('instant', sql`k.expires_at`),
    },
    createdAt: {
      label: 'Made',
      kind: 'instant',
      sql: sql`k.created_at`,
      sort: sortBy('id', sql`k.id`),
      hidden: true,
    },
  },
})
