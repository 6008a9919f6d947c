import { invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Params } from '@/lib/dev/stripe/params'
import { rowAt } from '@/lib/dev/stripe/resources/find-row'
import type { InvoiceLine, Subscription, SubscriptionItem } from '@/lib/dev/stripe/rows'
import { billNow } from './bill-now'
import { changeItems, creditChanges } from './change-items'
import { advanceLines, arrearsLines, firstItem, inPeriod, periodFrom } from './cycles'
import { credit } from './prorations'
import { checkItems, isMetered, itemList } from './subscription-items'
import { readBehaviour, readSettings, readTrialEnd } from './subscription-settings'
import { changeSubscription } from './subscription-status'

/** Changes a subscription as its parameters say, with prorations, and bills at once what has to be. */
export function updateSubscription(emulator: Emulator, id: string, params: Params): Subscription {
  const before = rowAt(emulator, 'subscription', id)
  if (['canceled', 'incomplete_expired'].includes(before.status)) {
    throw invalid('A canceled subscription can only update its cancellation_details and metadata.')
  }
  const now = emulator.now(before.customer)
  const at = readProrationDate(params, before, now)
  const choices = ['create_prorations', 'always_invoice', 'none'] as const
  const proration = params.oneOf('proration_behavior', choices) ?? 'create_prorations'
  const behaviour = readBehaviour(params)
  const items = changeItems(emulator, before, params.list('items') ?? [], at)
  checkItems(items)
  const trialEnd = readTrialEnd(params, now)
  const restarts = cycleRestarts(before, items, params, trialEnd, now)

  if (trialEnd !== undefined && trialEnd > now)
    return extendTrial(emulator, before, items, trialEnd, params, proration)
  if (restarts) {
    const lines = restart(emulator, before, items, params, { at, prorates: proration !== 'none' })
    const period = { start: firstItem(before).current_period_start, end: now }
    return billNow(emulator, id, { lines, period, reason: 'subscription_update', behaviour })
  }
  const placed = { ...before, items: itemList(id, items) }
  if (before.status !== 'trialing') creditChanges(emulator, before, items, at, proration !== 'none')
  const row = changeSubscription(emulator, id, {
    items: placed.items,
    ...readSettings(emulator, placed, params),
  })
  if (proration !== 'always_invoice') return row
  const period = { start: firstItem(before).current_period_start, end: now }
  return billNow(emulator, id, { lines: [], period, reason: 'subscription_update', behaviour })
}

function readProrationDate(params: Params, { items }: Subscription, now: number): number {
  const at = params.int('proration_date') ?? now
  const [item] = items.data
  if (item && (at < item.current_period_start || at > item.current_period_end)) {
    throw invalid('The proration date must be within the current period.', 'proration_date')
  }
  return at
}

// Another interval, the end of a trial now, or the wish for it begins a new cycle at once.
function cycleRestarts(
  before: Subscription,
  items: SubscriptionItem[],
  params: Params,
  trialEnd: number | undefined,
  now: number,
): boolean {
  const anchor = params.part('billing_cycle_anchor')?.text('type') ?? params.text('billing_cycle_anchor')
  const [was, is] = [firstItem(before).price.recurring, items[0]?.price.recurring]
  const otherInterval = was?.interval !== is?.interval || was?.interval_count !== is?.interval_count
  const trialEnds = before.status === 'trialing' && trialEnd !== undefined && trialEnd <= now
  return anchor === 'now' || trialEnds || (otherInterval && before.status !== 'trialing')
}

function restart(
  emulator: Emulator,
  before: Subscription,
  items: SubscriptionItem[],
  params: Params,
  { at, prorates }: { at: number; prorates: boolean },
): InvoiceLine[] {
  const now = emulator.now(before.customer)
  const trial = before.status === 'trialing'
  const usage = trial ? [] : arrearsLines(emulator, before, now)
  if (!trial && prorates) {
    for (const item of before.items.data) if (!isMetered(item.price)) credit(emulator, before, item, at)
  }
  const first = items[0] ?? firstItem(before)
  const period = periodFrom(now, first, now)
  const started: Subscription = {
    ...before,
    billing_cycle_anchor: now,
    items: itemList(before.id, inPeriod(items, period)),
    status: trial ? 'active' : before.status,
    trial_end: trial ? now : before.trial_end,
  }
  const settings = readSettings(emulator, started, params)
  const row = changeSubscription(emulator, before.id, { ...started, ...settings })
  return [...usage, ...advanceLines(emulator, row, period)]
}

// The present period becomes a trial up to then; what was paid for it is credited.
function extendTrial(
  emulator: Emulator,
  before: Subscription,
  items: SubscriptionItem[],
  trial_end: number,
  params: Params,
  proration: string,
): Subscription {
  const now = emulator.now(before.customer)
  const trial = before.status === 'trialing'
  if (!trial && proration !== 'none') {
    for (const item of before.items.data) if (!isMetered(item.price)) credit(emulator, before, item, now)
  }
  const start = trial ? firstItem(before).current_period_start : now
  const placed: Subscription = {
    ...before,
    billing_cycle_anchor: trial_end,
    items: itemList(before.id, inPeriod(items, { start, end: trial_end })),
    status: 'trialing',
    trial_end,
    trial_start: before.trial_start ?? now,
  }
  return changeSubscription(emulator, before.id, { ...placed, ...readSettings(emulator, placed, params) })
}
