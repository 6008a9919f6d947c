import { sql } from '@/lib/db/sql'
import type { Choice } from '@/lib/lists/define-list'

/** Where a token stands, in words. `void`: whoever made it is no owner any more. */
export const tokenStates = [
  { value: 'active', label: 'Active', tone: 'positive' },
  { value: 'void', label: 'Maker is no owner', tone: 'caution' },
  { value: 'expired', label: 'Expired', tone: 'neutral' },
  { value: 'revoked', label: 'Revoked', tone: 'neutral' },
] as const satisfies readonly Choice[]

/** The tokens `k` with whoever made them. */
export const tokensWithMakers = sql`(select k.*, a.name as made_by, a.role, a.suspended_at from platform.api_tokens k
  join platform.admins a on a.id = k.created_by) k`

/** Where a token `k` of these stands right now. */
export const tokenState = sql`case when k.revoked_at is not null then 'revoked' when k.expires_at <= now() then 'expired'
  when k.suspended_at is not null or k.role <> 'owner' then 'void' else 'active' end`
