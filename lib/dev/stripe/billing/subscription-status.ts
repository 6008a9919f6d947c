import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Subscription } from '@/lib/dev/stripe/rows'

/** Changes a subscription in place and tells of it. */
export function changeSubscription(
  emulator: Emulator,
  id: string,
  change: Partial<Subscription>,
): Subscription {
  const before = emulator.store.get('subscription', id)
  if (!before) throw new Error(`There is no subscription ${id}`)
  const row = emulator.store.put('subscription', { ...before, ...change })
  emulator.emit('customer.subscription.updated', row, before)
  return row
}

/** Changes a subscription's status. */
export function changeStatus(emulator: Emulator, id: string, status: Subscription['status']): Subscription {
  return changeSubscription(emulator, id, { status })
}
