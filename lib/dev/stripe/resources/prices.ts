import { invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { createdFilter, listPage } from '@/lib/dev/stripe/list-page'
import type { Params } from '@/lib/dev/stripe/params'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { Price } from '@/lib/dev/stripe/rows'
import { rowAt } from './find-row'
import { makePrice } from './make-price'
import { makeProduct } from './products'

export const priceRoutes: Route[] = [
  route('POST', '/v1/prices', create),
  route('GET', '/v1/prices', list),
  route('GET', '/v1/prices/:', (emulator, { id }) => rowAt(emulator, 'price', id)),
  route('POST', '/v1/prices/:', update),
]

function create(emulator: Emulator, { params }: Call): Price {
  const data = params.part('product_data')
  const product = data ? makeProduct(emulator, data).id : params.required('product')
  return makePrice(emulator, params, product, takeLookupKey(emulator, params))
}

// A key names one price; another price gets it only when the request says so.
function takeLookupKey(emulator: Emulator, params: Params): string | null {
  const key = params.nullable('lookup_key')
  const transfer = params.bool('transfer_lookup_key')
  const holder = key ? emulator.store.all('price').find(row => row.lookup_key === key) : undefined
  if (!holder) return key
  if (!transfer) {
    throw invalid(
      `A price (\`${holder.id}\`) already uses that lookup key.`,
      'lookup_key',
      'resource_already_exists',
    )
  }
  const row = emulator.store.put('price', { ...holder, lookup_key: null })
  emulator.emit('price.updated', row, holder)
  return key
}

function update(emulator: Emulator, { id, params }: Call): Price {
  const before = rowAt(emulator, 'price', id)
  const lookup_key = params.has('lookup_key') ? takeLookupKey(emulator, params) : before.lookup_key
  params.ignore('transfer_lookup_key')
  const row = emulator.store.put('price', {
    ...before,
    active: params.bool('active') ?? before.active,
    lookup_key,
    metadata: params.metadata(before.metadata),
    nickname: params.nullable('nickname', before.nickname),
  })
  emulator.emit('price.updated', row, before)
  return row
}

function list(emulator: Emulator, { params }: Call): object {
  const wanted = params.part('recurring')
  const [interval, meter] = [wanted?.text('interval'), wanted?.text('meter')]
  const usage = wanted?.text('usage_type')
  const keys = params.texts('lookup_keys')
  const [active, product] = [params.bool('active'), params.text('product')]
  const [type, currency] = [params.text('type'), params.text('currency')]
  const within = createdFilter(params)
  const rows = emulator.store
    .all('price')
    .filter(
      row =>
        (active ?? row.active) === row.active &&
        (!product || row.product === product) &&
        (!type || row.type === type) &&
        (!currency || row.currency === currency) &&
        (!keys || (row.lookup_key !== null && keys.includes(row.lookup_key))) &&
        (!interval || row.recurring?.interval === interval) &&
        (!meter || row.recurring?.meter === meter) &&
        (!usage || row.recurring?.usage_type === usage) &&
        within(row),
    )
  return listPage(rows, params, '/v1/prices')
}
