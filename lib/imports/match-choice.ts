import { type Sql, sql } from '@/lib/db/sql'
import type { RegisterChoice } from './schema'

/** The condition on `app.import_rows` that a row is of the chosen companies and counties; none chosen means all. */
export function matchChoice(choice: RegisterChoice): Sql {
  const managers = choice.managers.length > 0 ? choice.managers : null
  const counties = choice.counties.length > 0 ? choice.counties : null
  return sql`(${managers}::text[] is null or coalesce(manager_key, '') = any(${managers}::text[]))
    and (${counties}::text[] is null or coalesce(county, '') = any(${counties}::text[]))`
}
