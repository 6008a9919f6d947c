import { invalid } from '@/lib/dev/stripe/api-error'
import { cycleAt } from '@/lib/dev/stripe/calendar'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import type { Params } from '@/lib/dev/stripe/params'
import type { Subscription } from '@/lib/dev/stripe/rows'
import { billNow } from './bill-now'
import { blankSubscription } from './blank-subscription'
import { advanceLines, firstItem, inPeriod } from './cycles'
import { type Period, trialLine } from './invoice-lines'
import { checkItems, isMetered, itemList, makeItem } from './subscription-items'
import { readBehaviour, readSettings, readTrialEnd } from './subscription-settings'

/** Starts a subscription and charges its first invoice. */
export function createSubscription(emulator: Emulator, params: Params): Subscription {
  const customer = emulator.customer(params.required('customer'))
  const now = emulator.now(customer.id)
  const owner = { id: freshId('sub'), customer: customer.id }
  const items = (params.list('items') ?? []).map(item =>
    makeItem(emulator, owner, item, { start: now, end: now }),
  )
  checkItems(items)
  const trialEnd = readTrialEnd(params, now)
  const trial = trialEnd !== undefined && trialEnd > now ? trialEnd : null
  const currency = items[0]?.price.currency ?? 'usd'
  if (customer.currency && customer.currency !== currency) {
    throw invalid(
      `You cannot combine currencies on a single customer. This customer has ${customer.currency}.`,
      'items',
    )
  }
  const blank = blankSubscription(customer, owner.id, now, currency)
  const anchored = readAnchor(params, now)
  const first: Subscription = {
    ...blank,
    billing_cycle_anchor: anchored ?? trial ?? now,
    items: itemList(owner.id, items),
    status: trial ? 'trialing' : 'incomplete',
    trial_end: trial,
    trial_start: trial ? now : null,
  }
  const period = firstPeriod(first, now, trial)
  const placed = { ...first, items: itemList(owner.id, inPeriod(items, period)) }
  const row = emulator.store.put('subscription', { ...placed, ...readSettings(emulator, placed, params) })
  emulator.emit('customer.subscription.created', row)
  const free = params.oneOf('proration_behavior', ['create_prorations', 'always_invoice', 'none']) === 'none'
  const behaviour = readBehaviour(params)
  const lines = trial
    ? items.filter(item => !isMetered(item.price)).map(item => trialLine(emulator, item, period))
    : advanceLines(emulator, row, period).filter(
        line => !(free && anchored && line.period.start !== anchored),
      )
  return billNow(emulator, row.id, {
    lines,
    period: { start: now, end: now },
    reason: 'subscription_create',
    behaviour,
  })
}

function firstPeriod(subscription: Subscription, now: number, trial: number | null): Period {
  if (trial) return { start: now, end: trial }
  const { interval = 'month', interval_count = 1 } = firstItem(subscription).price.recurring ?? {}
  return { start: now, end: cycleAt(subscription.billing_cycle_anchor, interval, interval_count, now).end }
}

// The anchor as an instant, or the next day of the month at the time asked for.
function readAnchor(params: Params, now: number): number | undefined {
  const config = params.part('billing_cycle_anchor_config')
  if (!config) return params.int('billing_cycle_anchor')
  const today = new Date(now * 1000)
  const part = (name: string, usual: number) => config.int(name) ?? usual
  const day = part('day_of_month', 1)
  const time = [
    part('hour', today.getUTCHours()),
    part('minute', today.getUTCMinutes()),
    part('second', today.getUTCSeconds()),
  ] as const
  const inMonth = (month: number) => {
    const last = new Date(Date.UTC(today.getUTCFullYear(), month + 1, 0)).getUTCDate()
    return Date.UTC(today.getUTCFullYear(), month, Math.min(day, last), ...time) / 1000
  }
  const soonest = inMonth(today.getUTCMonth())
  return soonest >= now ? soonest : inMonth(today.getUTCMonth() + 1)
}
