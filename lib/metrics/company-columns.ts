import { type Sql, sql } from '@/lib/db/sql'
import { type ListColumn, sortBy } from '@/lib/lists/define-list'

/** The name of a company, of the directory's table `t`. */
export const companyName = {
  label: 'Company',
  kind: 'text',
  sql: sql`t.name`,
  sort: sortBy('text', sql`lower(t.name)`),
  fixed: true,
} as const satisfies ListColumn

/** Finds a company of the table `t` by its name or address. */
export const companySearch = (pattern: string): Sql =>
  sql`(lower(t.name) like ${pattern} or t.slug like ${pattern})`
