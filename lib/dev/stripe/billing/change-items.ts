import { invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Params } from '@/lib/dev/stripe/params'
import type { Subscription, SubscriptionItem } from '@/lib/dev/stripe/rows'
import { charge, chargeUsage, credit } from './prorations'
import { isMetered, makeItem, priced, readPrice } from './subscription-items'

/** The items of a subscription after the parameter `items`: with an id changed or deleted, without one added. */
export function changeItems(
  emulator: Emulator,
  before: Subscription,
  sent: Params[],
  at: number,
): SubscriptionItem[] {
  const end = before.items.data[0]?.current_period_end ?? at
  let items = [...before.items.data]
  for (const params of sent) {
    const id = params.text('id')
    const item = items.find(each => each.id === id)
    if (id && !item) throw invalid(`Invalid subscription item id: ${id}`, 'items[id]', 'resource_missing')
    params.ignore('clear_usage', 'tax_rates')
    const gone = params.bool('deleted')
    if (!item) items.push(addedItem(emulator, before, params, { start: at, end }))
    else if (gone) items = items.filter(each => each !== item)
    else items[items.indexOf(item)] = changedItem(emulator, item, params, at)
  }
  return items
}

// What is licensed keeps to the subscription's period; what is metered counts from when it came.
function addedItem(
  emulator: Emulator,
  before: Subscription,
  params: Params,
  period: { start: number; end: number },
) {
  const item = makeItem(emulator, before, params, period)
  const start = before.items.data[0]?.current_period_start ?? period.start
  return isMetered(item.price) ? item : { ...item, current_period_start: start }
}

function changedItem(
  emulator: Emulator,
  item: SubscriptionItem,
  params: Params,
  at: number,
): SubscriptionItem {
  const price = readPrice(emulator, params) ?? item.price
  const quantity = params.int('quantity')
  const { quantity: before, ...rest } = item
  const kept = isMetered(price) ? undefined : (quantity ?? before)
  const starts = price.id !== item.price.id && isMetered(price)
  const current_period_start = starts ? at : item.current_period_start
  if (isMetered(price) && quantity !== undefined) priced(price, quantity)
  return { ...rest, current_period_start, metadata: params.metadata(item.metadata), ...priced(price, kept) }
}

/** Credits and charges the time left for each item that is different now, and bills the usage of meters that left. */
export function creditChanges(
  emulator: Emulator,
  before: Subscription,
  items: SubscriptionItem[],
  at: number,
  prorates: boolean,
): void {
  for (const was of before.items.data) {
    const is = items.find(each => each.id === was.id)
    if (is && is.price.id === was.price.id && is.quantity === was.quantity) continue
    // What was counted in this very second goes with an item that leaves, else with the one that takes its place.
    if (isMetered(was.price)) chargeUsage(emulator, before, was, is ? at : at + 1)
    else if (prorates) credit(emulator, before, was, at)
  }
  if (!prorates) return
  for (const is of items) {
    const was = before.items.data.find(each => each.id === is.id)
    if (was && was.price.id === is.price.id && was.quantity === is.quantity) continue
    if (!isMetered(is.price)) charge(emulator, before, is, at)
  }
}
