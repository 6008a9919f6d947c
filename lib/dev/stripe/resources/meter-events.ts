import { ApiError, invalid } from '@/lib/dev/stripe/api-error'
import { usageBetween } from '@/lib/dev/stripe/billing/usage'
import { readDecimal } from '@/lib/dev/stripe/decimal'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import { listPage } from '@/lib/dev/stripe/list-page'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import { rowAt } from './find-row'
import { activeMeter } from './meters'

const day = 86_400

export const meterEventRoutes: Route[] = [
  route('POST', '/v1/billing/meter_events', create),
  route('POST', '/v1/billing/meter_event_adjustments', cancel),
  route('GET', '/v1/billing/meters/:/event_summaries', summarise),
]

function create(emulator: Emulator, { params }: Call): object {
  const event_name = params.required('event_name')
  const meter = activeMeter(emulator, event_name)
  if (!meter) throw invalid(`No active meter found for event name ${event_name}.`, 'event_name', 'no_meter')
  const payload = params.part('payload')
  const customerKey = meter.customer_mapping.event_payload_key
  const valueKey = meter.value_settings.event_payload_key
  const customer = emulator.customer(payload?.required(customerKey) ?? '').id
  const value = meter.default_aggregation.formula === 'count' ? '1' : (payload?.required(valueKey) ?? '')
  if (readDecimal(value) === undefined)
    throw invalid(`Invalid meter event value: ${value}`, `payload[${valueKey}]`)
  const identifier = params.text('identifier') || freshId('mtrev', 30)
  const seen = emulator.store.get('billing.meter_event', identifier)
  if (seen) {
    const message = `An event already exists with identifier ${identifier}.`
    throw new ApiError(400, message, { code: 'duplicate_meter_event', param: 'identifier' })
  }
  const now = emulator.now(customer)
  const timestamp = params.int('timestamp') ?? now
  if (timestamp > now + 300)
    throw invalid('The timestamp is too far in the future.', 'timestamp', 'timestamp_in_future')
  if (timestamp < now - 35 * day) {
    throw invalid('The timestamp is more than 35 days in the past.', 'timestamp', 'timestamp_too_far_in_past')
  }
  const row = { id: identifier, customer, event_name, value, timestamp, cancelled: false }
  emulator.store.put('billing.meter_event', { ...row, object: 'billing.meter_event' })
  return {
    object: 'billing.meter_event',
    created: now,
    event_name,
    identifier,
    livemode: false,
    payload: { [customerKey]: customer, [valueKey]: value },
    timestamp,
  }
}

function cancel(emulator: Emulator, { params }: Call): object {
  const event_name = params.required('event_name')
  const type = params.oneOf('type', ['cancel']) ?? params.required('type')
  const identifier = params.part('cancel')?.required('identifier') ?? ''
  const row = rowAt(emulator, 'billing.meter_event', identifier)
  emulator.store.put('billing.meter_event', { ...row, cancelled: true })
  const object = 'billing.meter_event_adjustment'
  return { object, cancel: { identifier }, event_name, livemode: false, status: 'complete', type }
}

function summarise(emulator: Emulator, { id, params }: Call): object {
  const meter = rowAt(emulator, 'billing.meter', id)
  const customer = emulator.customer(params.required('customer')).id
  const [start, end] = [params.int('start_time') ?? 0, params.int('end_time') ?? 0]
  const grouping = params.oneOf('value_grouping_window', ['day', 'hour'])
  const step = grouping && { hour: 3600, day }[grouping]
  const windows = step
    ? Array.from({ length: Math.ceil((end - start) / step) }, (_, n) => [
        start + n * step,
        start + (n + 1) * step,
      ])
    : [[start, end]]
  const rows = windows.map(([from = 0, to = 0]) => ({
    id: `mtrusg_${from}_${to}`,
    object: 'billing.meter_event_summary',
    aggregated_value: Number(usageBetween(emulator, meter, customer, from, Math.min(to, end))) / 1e12,
    end_time: Math.min(to, end),
    livemode: false,
    meter: id,
    start_time: from,
  }))
  return listPage(rows, params, `/v1/billing/meters/${id}/event_summaries`)
}
