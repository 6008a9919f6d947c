import { invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import { listPage } from '@/lib/dev/stripe/list-page'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { Meter } from '@/lib/dev/stripe/rows'
import { rowAt } from './find-row'

export const meterRoutes: Route[] = [
  route('POST', '/v1/billing/meters', create),
  route('GET', '/v1/billing/meters', list),
  route('GET', '/v1/billing/meters/:', (emulator, { id }) => rowAt(emulator, 'billing.meter', id)),
  route('POST', '/v1/billing/meters/:', update),
  route('POST', '/v1/billing/meters/:/deactivate', (emulator, { id }) => turn(emulator, id, 'inactive')),
  route('POST', '/v1/billing/meters/:/reactivate', (emulator, { id }) => turn(emulator, id, 'active')),
]

function create(emulator: Emulator, { params }: Call): Meter {
  const event_name = params.required('event_name')
  if (activeMeter(emulator, event_name)) {
    throw invalid(
      `There is already an active meter with the event name '${event_name}'.`,
      'event_name',
      'resource_already_exists',
    )
  }
  const formula = params.part('default_aggregation')?.oneOf('formula', ['sum', 'count', 'last'])
  if (!formula)
    throw invalid('Missing required param: default_aggregation[formula].', 'default_aggregation[formula]')
  const mapping = params.part('customer_mapping')
  mapping?.ignore('type')
  const now = emulator.now()
  const row = emulator.store.put('billing.meter', {
    id: freshId('mtr_test', 32),
    object: 'billing.meter',
    created: now,
    customer_mapping: {
      event_payload_key: mapping?.text('event_payload_key') ?? 'stripe_customer_id',
      type: 'by_id',
    },
    default_aggregation: { formula },
    display_name: params.required('display_name'),
    event_name,
    event_time_window: params.oneOf('event_time_window', ['day', 'hour']) ?? null,
    livemode: false,
    status: 'active',
    status_transitions: { deactivated_at: null },
    updated: now,
    value_settings: {
      event_payload_key: params.part('value_settings')?.text('event_payload_key') ?? 'value',
    },
  })
  emulator.emit('billing.meter.created', row)
  return row
}

/** The meter that counts events of this name. */
export function activeMeter(emulator: Emulator, event_name: string): Meter | undefined {
  return emulator.store
    .all('billing.meter')
    .find(row => row.event_name === event_name && row.status === 'active')
}

function update(emulator: Emulator, { id, params }: Call): Meter {
  const before = rowAt(emulator, 'billing.meter', id)
  const display_name = params.text('display_name') ?? before.display_name
  const row = emulator.store.put('billing.meter', { ...before, display_name, updated: emulator.now() })
  emulator.emit('billing.meter.updated', row, before)
  return row
}

function turn(emulator: Emulator, id: string, status: 'active' | 'inactive'): Meter {
  const before = rowAt(emulator, 'billing.meter', id)
  const now = emulator.now()
  const status_transitions = { deactivated_at: status === 'inactive' ? now : null }
  const row = emulator.store.put('billing.meter', { ...before, status, status_transitions, updated: now })
  emulator.emit(`billing.meter.${status === 'inactive' ? 'deactivated' : 'reactivated'}`, row)
  return row
}

function list(emulator: Emulator, { params }: Call): object {
  const status = params.text('status')
  const rows = emulator.store.all('billing.meter').filter(row => !status || row.status === status)
  return listPage(rows, params, '/v1/billing/meters')
}
