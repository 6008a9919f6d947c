import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
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
  const rows = await tx.savedView.findMany({
    where: { list },
    select: { id: true, name: true, query: true, userId: true, sharedAt: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 100,
  })
  return rows
    .map(({ userId, sharedAt, ...view }) => {
      const own = userId === actor.userId
      return { ...view, shared: sharedAt !== null, own, deletable: own }
    })
    .sort((a, b) => Number(b.own) - Number(a.own))
}
