import { cycleAt } from '@/lib/dev/stripe/calendar'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { InvoiceLine, Subscription, SubscriptionItem } from '@/lib/dev/stripe/rows'
import { licensedLine, meteredLine, type Period } from './invoice-lines'
import { isMetered } from './subscription-items'

/** The billing cycle of an anchor around an instant: all of it. */
export function cycleOf(anchor: number, item: SubscriptionItem, at: number): Period {
  const { interval = 'month', interval_count = 1 } = item.price.recurring ?? {}
  return cycleAt(anchor, interval, interval_count, at)
}

/** The period that begins at an instant: to the end of the cycle of the anchor around it. */
export function periodFrom(anchor: number, item: SubscriptionItem, at: number): Period {
  return { start: at, end: cycleOf(anchor, item, at).end }
}

/** The lines that licensed items cost for the period that begins; a piece of a cycle costs its share of the seconds. */
export function advanceLines(emulator: Emulator, subscription: Subscription, period: Period): InvoiceLine[] {
  return subscription.items.data
    .filter(item => !isMetered(item.price))
    .map(item => {
      const cycle = cycleOf(subscription.billing_cycle_anchor, item, period.start)
      const share = { part: period.end - period.start, whole: cycle.end - cycle.start }
      return licensedLine(emulator, item, period, share)
    })
}

/** The lines of what meters counted in the period that ends at an instant. */
export function arrearsLines(emulator: Emulator, subscription: Subscription, end: number): InvoiceLine[] {
  return subscription.items.data
    .filter(item => isMetered(item.price) && item.current_period_start < end)
    .map(item => meteredLine(emulator, subscription, item, { start: item.current_period_start, end }))
}

/** The items with the period they are in now. */
export function inPeriod(items: SubscriptionItem[], period: Period): SubscriptionItem[] {
  return items.map(item => ({
    ...item,
    current_period_start: period.start,
    current_period_end: period.end,
  }))
}

/** The first item, which every subscription has. */
export function firstItem(subscription: Subscription): SubscriptionItem {
  const [item] = subscription.items.data
  if (!item) throw new Error(`Subscription ${subscription.id} has no item`)
  return item
}
