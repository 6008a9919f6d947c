import type { Emulator } from '@/lib/dev/stripe/emulator'
import { rowAt } from '@/lib/dev/stripe/resources/find-row'
import type { Subscription } from '@/lib/dev/stripe/rows'
import { billNow } from './bill-now'
import { arrearsLines, firstItem } from './cycles'
import { endSubscription } from './end-subscription'
import { credit } from './prorations'
import { isMetered } from './subscription-items'

/** Ends a subscription at once; with `prorate` unused time is credited, with `invoiceNow` usage and credits are billed. */
export function cancelSubscription(
  emulator: Emulator,
  id: string,
  { invoiceNow = false, prorate = false }: { invoiceNow?: boolean; prorate?: boolean },
): Subscription {
  const before = rowAt(emulator, 'subscription', id)
  const now = emulator.now(before.customer)
  const started = before.status !== 'trialing'
  if (prorate && started) {
    for (const item of before.items.data.filter(({ price }) => !isMetered(price)))
      credit(emulator, before, item, now)
  }
  // What was counted in this very second still belongs to the subscription.
  const lines = invoiceNow && started ? arrearsLines(emulator, before, now + 1) : []
  const ended = endSubscription(emulator, id, 'cancellation_requested')
  if (!invoiceNow) return ended
  const period = { start: firstItem(before).current_period_start, end: now }
  return billNow(emulator, id, {
    lines,
    period,
    reason: 'subscription_update',
    behaviour: 'allow_incomplete',
  })
}
