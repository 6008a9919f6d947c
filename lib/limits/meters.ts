import type { TenantTx } from '@/lib/db/in-tenant'
import { countUsers } from '@/lib/usage/count-users'

/**
 * What plans limit and the product has: what people call it, and how it is counted from the facts, in the claim's own
 * transaction. A further one is a line here.
 */
export const limitedMeters = {
  users: { words: 'team members', count: countUsers },
} as const satisfies Record<string, { words: string; count: (tx: TenantTx) => Promise<number> }>

export type LimitedMeter = keyof typeof limitedMeters
