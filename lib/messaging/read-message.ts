import type { TenantTx } from '@/lib/db/in-tenant'

const uuid = /^[0-9a-f-]{36}$/

/** Reads one message with what was reported of it, the block on its address if one is in force, and whom it is for. */
export async function readMessage(tx: TenantTx, id: string) {
  if (!uuid.test(id)) return null
  const message = await tx.message.findFirst({ where: { id }, omit: { searchText: true } })
  if (!message) return null
  const { channel, recipient, userId, homeownerId, createdBy } = message
  const person = { id: true, name: true, role: true } as const
  const ids = [userId, createdBy].filter(each => each !== null)
  // One after the other: a transaction has one connection.
  const people = ids.length > 0 ? await tx.user.findMany({ where: { id: { in: ids } }, select: person }) : []
  const homeowner = homeownerId
    ? await tx.homeowner.findFirst({ where: { id: homeownerId }, select: { id: true, name: true } })
    : null
  const messageEvents = await tx.messageEvent.findMany({
    where: { messageId: id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const suppression = await tx.suppression.findFirst({ where: { channel, recipient, liftedAt: null } })
  const again = await tx.message.findFirst({ where: { key: againKey(id) }, select: { id: true } })
  return {
    ...message,
    homeowner,
    messageEvents,
    suppression,
    user: people.find(each => each.id === userId) ?? null,
    createdByUser: people.find(each => each.id === createdBy) ?? null,
    againId: again?.id ?? null,
  }
}

export type ShownMessage = NonNullable<Awaited<ReturnType<typeof readMessage>>>

/** The key of the message that repeats another one: each is repeated once. */
export function againKey(id: string): string {
  return `again:${id}`
}
