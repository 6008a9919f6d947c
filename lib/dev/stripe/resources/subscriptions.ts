import { invalid } from '@/lib/dev/stripe/api-error'
import { cancelSubscription } from '@/lib/dev/stripe/billing/cancel-subscription'
import { createSubscription } from '@/lib/dev/stripe/billing/create-subscription'
import { changeSubscription } from '@/lib/dev/stripe/billing/subscription-status'
import { updateSubscription } from '@/lib/dev/stripe/billing/update-subscription'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { createdFilter, listPage } from '@/lib/dev/stripe/list-page'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { Subscription } from '@/lib/dev/stripe/rows'
import { rowAt } from './find-row'

export const subscriptionRoutes: Route[] = [
  route('POST', '/v1/subscriptions', (emulator, { params }) => createSubscription(emulator, params)),
  route('GET', '/v1/subscriptions', list),
  route('GET', '/v1/subscriptions/:', (emulator, { id }) => rowAt(emulator, 'subscription', id)),
  route('POST', '/v1/subscriptions/:', (emulator, { id, params }) =>
    updateSubscription(emulator, id, params),
  ),
  route('DELETE', '/v1/subscriptions/:', cancel),
  route('DELETE', '/v1/subscriptions/:/discount', undiscount),
]

function cancel(emulator: Emulator, { id, params }: Call): Subscription {
  const before = rowAt(emulator, 'subscription', id)
  if (before.status === 'canceled') throw invalid(`No such subscription: '${id}'`, 'id', 'resource_missing')
  const details = params.part('cancellation_details')
  if (details) {
    const comment = details.nullable('comment')
    const cancellation_details = {
      comment,
      feedback: details.nullable('feedback'),
      feedback_option: null,
      reason: null,
    }
    emulator.store.put('subscription', { ...before, cancellation_details })
  }
  const [invoiceNow, prorate] = [params.bool('invoice_now'), params.bool('prorate')]
  return cancelSubscription(emulator, id, { invoiceNow, prorate })
}

function undiscount(emulator: Emulator, { id }: Call): object {
  const { discounts } = rowAt(emulator, 'subscription', id)
  changeSubscription(emulator, id, { discounts: [] })
  return { id: discounts[0] ?? '', object: 'discount', deleted: true }
}

function list(emulator: Emulator, { params }: Call): object {
  const [customer, status, price] = [params.text('customer'), params.text('status'), params.text('price')]
  const method = params.text('collection_method')
  const clock = params.text('test_clock')
  const within = createdFilter(params)
  const rows = customer ? emulator.store.of('subscription', customer) : emulator.store.all('subscription')
  const wanted = rows.filter(
    row =>
      within(row) &&
      hasStatus(row, status) &&
      (!price || row.items.data.some(item => item.price.id === price)) &&
      (!method || row.collection_method === method) &&
      (customer !== undefined || (row.test_clock ?? undefined) === clock),
  )
  return listPage(wanted, params, '/v1/subscriptions')
}

function hasStatus({ status }: Subscription, wanted: string | undefined): boolean {
  if (wanted === 'all') return true
  if (wanted === 'ended') return status === 'canceled' || status === 'incomplete_expired'
  return wanted ? status === wanted : status !== 'canceled'
}
