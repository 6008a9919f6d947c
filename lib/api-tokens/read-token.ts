import type { PlatformTx } from '@/lib/db/as-platform'
import { readRows } from '@/lib/db/read-rows'
import { sql } from '@/lib/db/sql'
import { tokenState, type tokenStates, tokensWithMakers } from './token-state'

export type ShownToken = {
  id: string
  name: string
  prefix: string
  scopes: string[]
  madeBy: string
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
  revokedBy: string | null
  state: (typeof tokenStates)[number]['value']
}

const uuid = /^[0-9a-f-]{36}$/

/** Reads what is kept of an API token, which opens nothing; null when there is none. */
export async function readToken(tx: PlatformTx, id: string): Promise<ShownToken | null> {
  if (!uuid.test(id)) return null
  const [token] = await readRows<ShownToken>(
    tx,
    sql`select k.id, k.name, k.prefix, k.scopes, k.made_by as "madeBy", k.created_at as "createdAt",
        k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt",
        (select r.name from platform.admins r where r.id = k.revoked_by) as "revokedBy", ${tokenState} as state
      from ${tokensWithMakers} where k.id = ${id}::uuid`,
  )
  return token ?? null
}
