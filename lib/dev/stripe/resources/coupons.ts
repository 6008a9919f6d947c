import { invalid, unsupported } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import { createdFilter, listPage } from '@/lib/dev/stripe/list-page'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { Coupon } from '@/lib/dev/stripe/rows'
import { rowAt } from './find-row'

export const couponRoutes: Route[] = [
  route('POST', '/v1/coupons', create),
  route('GET', '/v1/coupons', list),
  route('GET', '/v1/coupons/:', (emulator, { id }) => rowAt(emulator, 'coupon', id)),
  route('POST', '/v1/coupons/:', update),
  route('DELETE', '/v1/coupons/:', remove),
]

function create(emulator: Emulator, { params }: Call): Coupon {
  const id = params.text('id') ?? freshId('x', 8).slice(2)
  if (emulator.store.get('coupon', id))
    throw invalid(`Coupon already exists.`, 'id', 'resource_already_exists')
  if (params.has('applies_to')) throw unsupported('coupons for some products', 'applies_to')
  const [percent_off, amount_off] = [params.number('percent_off') ?? null, params.int('amount_off') ?? null]
  if ((percent_off === null) === (amount_off === null)) {
    throw invalid('Must specify either `percent_off` or `amount_off`.', 'percent_off')
  }
  const currency = params.nullable('currency')
  if (amount_off !== null && !currency)
    throw invalid('Must specify `currency` with `amount_off`.', 'currency')
  const duration = params.oneOf('duration', ['once', 'repeating', 'forever']) ?? 'once'
  const duration_in_months = params.int('duration_in_months') ?? null
  if ((duration === 'repeating') !== (duration_in_months !== null)) {
    throw invalid('`duration_in_months` goes with the duration `repeating`.', 'duration_in_months')
  }
  const row = emulator.store.put('coupon', {
    id,
    object: 'coupon',
    amount_off,
    created: emulator.now(),
    currency,
    duration,
    duration_in_months,
    livemode: false,
    max_redemptions: params.int('max_redemptions') ?? null,
    metadata: params.metadata(),
    name: params.nullable('name'),
    percent_off,
    redeem_by: params.int('redeem_by') ?? null,
    times_redeemed: 0,
    valid: true,
  })
  emulator.emit('coupon.created', row)
  return row
}

function update(emulator: Emulator, { id, params }: Call): Coupon {
  const before = rowAt(emulator, 'coupon', id)
  const name = params.nullable('name', before.name)
  const row = emulator.store.put('coupon', {
    ...before,
    name,
    metadata: params.metadata(before.metadata ?? {}),
  })
  emulator.emit('coupon.updated', row, before)
  return row
}

// Discounts that were given stay what they are, so the coupon is only not given any more.
function remove(emulator: Emulator, { id }: Call): object {
  const row = emulator.store.put('coupon', { ...rowAt(emulator, 'coupon', id), valid: false })
  emulator.emit('coupon.deleted', row)
  return { id, object: 'coupon', deleted: true }
}

function list(emulator: Emulator, { params }: Call): object {
  const within = createdFilter(params)
  return listPage(emulator.store.all('coupon').filter(within), params, '/v1/coupons')
}
