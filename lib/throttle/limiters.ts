import type { Pool } from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { pools } from '@/lib/db/pools'

const minute = 60

/** What is counted, by whose key: how often (`points`) in how many seconds (`duration`). */
const rules = {
  // per account, tenant and email address
  password: { points: 10, duration: 15 * minute },
  mail: { points: 3, duration: 10 * minute },
  strikes: { points: 1_000, duration: 24 * 60 * minute },
  // per company: whoever tries codes one after the other finds none
  coupon: { points: 10, duration: 60 * minute },
  // per API token
  api: { points: 300, duration: minute },
  // per network address
  ask: { points: 600, duration: minute },
  address: { points: 60, duration: 15 * minute },
  // Without a proxy every visitor has the same address, so this one only keeps a flood from using up the processors.
  direct: { points: 600, duration: minute },
} as const

export type LimiterName = keyof typeof rules

const made = new WeakMap<Pool, Map<LimiterName, RateLimiterPostgres>>()

/** A counter kept in Postgres, so that all server processes count together. */
export function limiter(name: LimiterName, pool: Pool = pools().platform): RateLimiterPostgres {
  const own = made.get(pool) ?? new Map<LimiterName, RateLimiterPostgres>()
  made.set(pool, own)
  const known = own.get(name)
  if (known) return known
  const fresh = new RateLimiterPostgres({
    ...rules[name],
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'platform',
    tableName: 'throttles',
    tableCreated: true,
    keyPrefix: name,
    // One of them sweeps the table for all.
    clearExpiredByTimeout: name === 'address',
  })
  own.set(name, fresh)
  return fresh
}
