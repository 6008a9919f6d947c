import type { Emulator } from '@/lib/dev/stripe/emulator'
import { rowAt } from '@/lib/dev/stripe/resources/find-row'
import { holding } from '@/lib/dev/stripe/resources/read-discounts'
import type { Invoice, Subscription } from '@/lib/dev/stripe/rows'
import { bindItems, composeInvoice, takePending } from './compose-invoice'
import { advanceLines, arrearsLines, firstItem, inPeriod, periodFrom } from './cycles'
import { endSubscription } from './end-subscription'
import { itemList } from './subscription-items'
import { changeSubscription } from './subscription-status'
import { voidWhilePaused } from './void-invoice'

/** Ends the subscription's period at this instant and begins the next: usage is billed for the old, items for the new. */
export function renewSubscription(emulator: Emulator, id: string, at: number): Invoice | undefined {
  const before = rowAt(emulator, 'subscription', id)
  const trial = before.status === 'trialing'
  if (trial && cancelsWithoutCard(emulator, before)) {
    endSubscription(emulator, id, 'payment_failed')
    return undefined
  }
  const item = firstItem(before)
  const old = { start: item.current_period_start, end: at }
  const usage = trial ? [] : arrearsLines(emulator, before, at)
  const period = periodFrom(before.billing_cycle_anchor, item, at)
  const after = changeSubscription(emulator, id, {
    discounts: holding(emulator, before.discounts, at),
    items: itemList(id, inPeriod(before.items.data, period)),
    status: trial ? 'active' : before.status,
  })
  return cycleInvoice(emulator, after, [...usage, ...advanceLines(emulator, after, period)], old)
}

/** Ends a subscription whose last period is over and bills what its meters counted in it. */
export function endAtPeriodEnd(emulator: Emulator, id: string, at: number): void {
  const before = rowAt(emulator, 'subscription', id)
  const usage = before.status === 'trialing' ? [] : arrearsLines(emulator, before, at)
  const after = endSubscription(emulator, id, 'cancellation_requested')
  if (usage.length === 0 && takePending(emulator, before.customer, id).length === 0) return
  cycleInvoice(emulator, after, usage, { start: firstItem(before).current_period_start, end: at })
}

function cycleInvoice(
  emulator: Emulator,
  subscription: Subscription,
  lines: Invoice['lines']['data'],
  period: { start: number; end: number },
) {
  const all = [...lines, ...takePending(emulator, subscription.customer, subscription.id)]
  const invoice = composeInvoice(emulator, {
    customer: emulator.customer(subscription.customer),
    subscription,
    lines: all,
    period,
    reason: 'subscription_cycle',
    autoAdvance: subscription.status !== 'unpaid',
  })
  bindItems(emulator, invoice)
  const row = rowAt(emulator, 'subscription', subscription.id)
  const latest = emulator.store.put('subscription', { ...row, latest_invoice: invoice.id })
  emulator.emit('customer.subscription.updated', latest, row)
  return voidWhilePaused(emulator, invoice)
}

// A trial may be set to end the subscription when there is no card by then.
function cancelsWithoutCard(emulator: Emulator, subscription: Subscription): boolean {
  if (subscription.trial_settings?.end_behavior.missing_payment_method !== 'cancel') return false
  const { default_payment_method, customer } = subscription
  return !(default_payment_method ?? emulator.customer(customer).invoice_settings.default_payment_method)
}
