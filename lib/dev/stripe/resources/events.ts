import type { Emulator } from '@/lib/dev/stripe/emulator'
import { createdFilter, listPage } from '@/lib/dev/stripe/list-page'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import { rowAt } from './find-row'

export const eventRoutes: Route[] = [
  route('GET', '/v1/events', list),
  route('GET', '/v1/events/:', (emulator, { id }) => rowAt(emulator, 'event', id)),
]

function list(emulator: Emulator, { params }: Call): object {
  const [type, types] = [params.text('type'), params.texts('types')]
  const pending = params.bool('delivery_success')
  const within = createdFilter(params)
  const rows = emulator.store
    .all('event')
    .filter(
      row => (!type || matches(row.type, type)) && (!types || types.some(each => matches(row.type, each))),
    )
    .filter(row => within(row) && (pending === undefined || (row.pending_webhooks === 0) === pending))
  return listPage(rows, params, '/v1/events')
}

function matches(type: string, pattern: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern
}
