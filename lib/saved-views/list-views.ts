import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { readRows } from '@/lib/db/read-rows'
import { sql } from '@/lib/db/sql'
import type { ListId } from './schema'

/** A kept view as its list offers it; `query` is an address from `?`. */
export type View = {
  id: string
  name: string
  query: string
  shared: boolean
  own: boolean
  deletable: boolean
}

/** Lists the views of a list that the actor may use: their own, then those others share; at most 100. */
export async function listViews(tx: TenantTx, actor: UserActor, list: ListId): Promise<View[]> {
  return readRows<View>(
    tx,
    sql`
    select id, name, query, shared_at is not null as shared, v.own, v.own as deletable
    from app.saved_views cross join lateral (select user_id = ${actor.userId}::uuid as own) v
    where list = ${list} order by v.own desc, name, id limit 100`,
  )
}
