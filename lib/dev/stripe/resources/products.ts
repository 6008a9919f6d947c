import { invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import { createdFilter, listPage } from '@/lib/dev/stripe/list-page'
import type { Params } from '@/lib/dev/stripe/params'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { Product } from '@/lib/dev/stripe/rows'
import { rowAt } from './find-row'
import { makePrice } from './make-price'

export const productRoutes: Route[] = [
  route('POST', '/v1/products', create),
  route('GET', '/v1/products', list),
  route('GET', '/v1/products/:', (emulator, { id }) => rowAt(emulator, 'product', id)),
  route('POST', '/v1/products/:', update),
  route('DELETE', '/v1/products/:', remove),
]

function create(emulator: Emulator, { params }: Call): Product {
  const row = makeProduct(emulator, params)
  const first = params.part('default_price_data')
  if (!first) return row
  const price = makePrice(emulator, first, row.id)
  return emulator.store.put('product', { ...row, default_price: price.id })
}

/** Makes a product of its parameters. */
export function makeProduct(emulator: Emulator, params: Params): Product {
  const id = params.text('id') ?? freshId('prod', 14)
  if (emulator.store.get('product', id)) {
    throw invalid(`Product already exists: ${id}`, 'id', 'resource_already_exists')
  }
  const now = emulator.now()
  const blank: Product = {
    id,
    object: 'product',
    active: true,
    created: now,
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    name: params.required('name'),
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: now,
    url: null,
  }
  params.ignore('type')
  const row = emulator.store.put('product', changed(emulator, blank, params))
  emulator.emit('product.created', row)
  return row
}

function changed(emulator: Emulator, row: Product, params: Params): Product {
  return {
    ...row,
    active: params.bool('active') ?? row.active,
    default_price: params.nullable('default_price', row.default_price ?? null),
    description: params.nullable('description', row.description),
    metadata: params.metadata(row.metadata),
    name: params.text('name') ?? row.name,
    statement_descriptor: params.nullable('statement_descriptor', row.statement_descriptor),
    tax_code: params.nullable('tax_code', row.tax_code),
    unit_label: params.nullable('unit_label', row.unit_label),
    url: params.nullable('url', row.url),
    updated: emulator.now(),
  }
}

function update(emulator: Emulator, { id, params }: Call): Product {
  const before = rowAt(emulator, 'product', id)
  const row = emulator.store.put('product', changed(emulator, before, params))
  emulator.emit('product.updated', row, before)
  return row
}

function list(emulator: Emulator, { params }: Call): object {
  const [active, ids] = [params.bool('active'), params.texts('ids')]
  const within = createdFilter(params)
  const rows = emulator.store
    .all('product')
    .filter(row => (active ?? row.active) === row.active && (!ids || ids.includes(row.id)) && within(row))
  return listPage(rows, params, '/v1/products')
}

function remove(emulator: Emulator, { id }: Call): object {
  const row = rowAt(emulator, 'product', id)
  if (emulator.store.all('price').some(price => price.product === id)) {
    throw invalid('This product cannot be deleted because it has one or more user-created prices.')
  }
  emulator.store.remove('product', id)
  emulator.emit('product.deleted', row)
  return { id, object: 'product', deleted: true }
}
