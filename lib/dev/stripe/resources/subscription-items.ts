import { invalid, noSuch } from '@/lib/dev/stripe/api-error'
import { updateSubscription } from '@/lib/dev/stripe/billing/update-subscription'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Field, Fields } from '@/lib/dev/stripe/form'
import { listPage } from '@/lib/dev/stripe/list-page'
import { Params } from '@/lib/dev/stripe/params'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { Subscription, SubscriptionItem } from '@/lib/dev/stripe/rows'
import { rowAt } from './find-row'

export const subscriptionItemRoutes: Route[] = [
  route('POST', '/v1/subscription_items', create),
  route('GET', '/v1/subscription_items', list),
  route('GET', '/v1/subscription_items/:', (emulator, { id }) => find(emulator, id).item),
  route('POST', '/v1/subscription_items/:', update),
  route('DELETE', '/v1/subscription_items/:', remove),
]

const ofSubscription = ['proration_behavior', 'proration_date', 'payment_behavior', 'off_session']
const ofItem = ['price', 'price_data', 'quantity', 'metadata', 'clear_usage', 'tax_rates', 'discounts']

function create(emulator: Emulator, { params }: Call): SubscriptionItem {
  const subscription = rowAt(emulator, 'subscription', params.required('subscription'))
  const known = new Set(subscription.items.data.map(item => item.id))
  const after = change(emulator, subscription, params, new Map())
  const made = after.items.data.find(item => !known.has(item.id))
  if (!made) throw invalid('Nothing was added.', 'price')
  return made
}

function update(emulator: Emulator, { id, params }: Call): SubscriptionItem {
  const { subscription } = find(emulator, id)
  change(emulator, subscription, params, new Map([['id', id]]))
  return find(emulator, id).item
}

function remove(emulator: Emulator, { id, params }: Call): object {
  const { subscription } = find(emulator, id)
  const item = [
    ['id', id],
    ['deleted', 'true'],
  ] as const
  change(emulator, subscription, params, new Map(item))
  return { id, object: 'subscription_item', deleted: true }
}

// An item is changed as its subscription is, with the one item sent.
function change(
  emulator: Emulator,
  subscription: Subscription,
  params: Params,
  item: Map<string, Field>,
): Subscription {
  for (const name of ofItem) move(params, name, item)
  const fields: Fields = new Map([['items', new Map([['0', item]])]])
  for (const name of ofSubscription) move(params, name, fields)
  return updateSubscription(emulator, subscription.id, new Params(fields))
}

function move(params: Params, name: string, to: Fields): void {
  const field = params.raw(name)
  if (field !== undefined) to.set(name, field)
}

function find(emulator: Emulator, id: string) {
  for (const subscription of emulator.store.all('subscription')) {
    const item = subscription.items.data.find(each => each.id === id)
    if (item) return { subscription, item }
  }
  throw noSuch('subscription_item', id, 'item', true)
}

function list(emulator: Emulator, { params }: Call): object {
  const { items } = rowAt(emulator, 'subscription', params.required('subscription'))
  return listPage(items.data.toReversed(), params, '/v1/subscription_items')
}
