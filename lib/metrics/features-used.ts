import { joinSql, type Sql, sql } from '@/lib/db/sql'

/** What of Portico a company can be seen to use, without looking into its pages. */
export const featuresUsed = [
  { value: 'emails', label: 'Emails' },
  { value: 'texts', label: 'Text messages' },
  { value: 'api-calls', label: 'API' },
  { value: 'storage-bytes', label: 'File storage' },
  { value: 'own-domain', label: 'Own domain' },
] as const

export type FeatureUsed = (typeof featuresUsed)[number]['value']

const since = sql`(now() at time zone 'UTC')::date - 30`

/** Every company with each feature that it used in the thirty days before, as a query of `tenant_id` and `feature`. */
export const usedBy: Sql = sql`select u.tenant_id, u.meter as feature from platform.usage_days u
    where u.meter in (${joinSql(featuresUsed.map(({ value }) => value))}) and u.quantity > 0 and u.on_day > ${since}
  union select d.tenant_id, 'own-domain' from platform.domains d where d.verified_at is not null`
