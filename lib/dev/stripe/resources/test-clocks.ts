import { invalid } from '@/lib/dev/stripe/api-error'
import { cancelSubscription } from '@/lib/dev/stripe/billing/cancel-subscription'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import { listPage } from '@/lib/dev/stripe/list-page'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { TestClock } from '@/lib/dev/stripe/rows'
import { advanceClock } from '@/lib/dev/stripe/schedule'
import { rowAt } from './find-row'

const path = '/v1/test_helpers/test_clocks'
const kind = 'test_helpers.test_clock'

export const testClockRoutes: Route[] = [
  route('POST', path, create),
  route('GET', path, (emulator, { params }) => listPage(emulator.store.all(kind), params, path)),
  route('GET', `${path}/:`, (emulator, { id }) => rowAt(emulator, kind, id)),
  route('POST', `${path}/:/advance`, advance),
  route('DELETE', `${path}/:`, remove),
]

function create(emulator: Emulator, { params }: Call): TestClock {
  params.required('frozen_time')
  const frozen_time = params.int('frozen_time') ?? 0
  const row = emulator.store.put(kind, {
    id: freshId('clock'),
    object: kind,
    created: emulator.now(),
    deletes_after: emulator.now() + 30 * 86_400,
    frozen_time,
    livemode: false,
    name: params.nullable('name'),
    status: 'ready',
    status_details: {},
  })
  emulator.emit('test_helpers.test_clock.created', row)
  return row
}

// All that falls due is done before the answer, which says what Stripe's says: that it has begun.
function advance(emulator: Emulator, { id, params }: Call): TestClock {
  const before = rowAt(emulator, kind, id)
  params.required('frozen_time')
  const target = params.int('frozen_time') ?? 0
  if (target <= before.frozen_time)
    throw invalid('The time must be after the current time of the clock.', 'frozen_time')
  const status_details = { advancing: { target_frozen_time: target } }
  const started: TestClock = { ...before, status: 'advancing', status_details }
  emulator.emit('test_helpers.test_clock.advancing', started)
  advanceClock(emulator, id, target)
  emulator.emit('test_helpers.test_clock.ready', rowAt(emulator, kind, id))
  return started
}

function remove(emulator: Emulator, { id }: Call): object {
  const row = rowAt(emulator, kind, id)
  for (const customer of emulator.store.all('customer').filter(each => each.test_clock === id)) {
    for (const { id: subscription, status } of emulator.store.of('subscription', customer.id)) {
      if (!['canceled', 'incomplete_expired'].includes(status)) cancelSubscription(emulator, subscription, {})
    }
    emulator.store.remove('customer', customer.id)
    emulator.store.put('deleted', { id: customer.id, object: 'deleted', was: 'customer' })
  }
  emulator.store.remove(kind, id)
  emulator.emit('test_helpers.test_clock.deleted', row)
  return { id, object: kind, deleted: true }
}
