import type { TenantTx } from '@/lib/db/in-tenant'

const uuid = /^[0-9a-f-]{36}$/

/** Reads one message with what was reported of it, the block on its address if one is in force, and whom it is for. */
export async function readMessage(tx: TenantTx, id: string) {
  if (!uuid.test(id)) return null
  const message = await tx.message.findFirst({
    where: { id },
    omit: { secrets: true, searchText: true },
    include: {
      messageEvents: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      user: { select: { id: true, name: true, role: true } },
      homeowner: { select: { id: true, name: true } },
      createdByUser: { select: { name: true } },
    },
  })
  if (!message) return null
  const { channel, recipient } = message
  const suppression = await tx.suppression.findFirst({ where: { channel, recipient, liftedAt: null } })
  const again = await tx.message.findFirst({ where: { key: againKey(id) }, select: { id: true } })
  return { ...message, suppression, againId: again?.id ?? null }
}

export type ShownMessage = NonNullable<Awaited<ReturnType<typeof readMessage>>>

/** The key of the message that repeats another one: each is repeated once. */
export function againKey(id: string): string {
  return `again:${id}`
}
