import { invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import { createdFilter, listPage } from '@/lib/dev/stripe/list-page'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { PromotionCode } from '@/lib/dev/stripe/rows'
import { rowAt, rowNamed } from './find-row'

export const promotionCodeRoutes: Route[] = [
  route('POST', '/v1/promotion_codes', create),
  route('GET', '/v1/promotion_codes', list),
  route('GET', '/v1/promotion_codes/:', (emulator, { id }) => rowAt(emulator, 'promotion_code', id)),
  route('POST', '/v1/promotion_codes/:', update),
]

function create(emulator: Emulator, { params }: Call): PromotionCode {
  const promotion = params.part('promotion')
  promotion?.ignore('type')
  const coupon = rowNamed(emulator, 'coupon', promotion?.required('coupon') ?? '', 'promotion[coupon]').id
  const code = params.text('code') ?? freshId('x', 8).slice(2).toUpperCase()
  const taken = emulator.store.all('promotion_code').some(row => row.active && same(row.code, code))
  if (taken) throw invalid(`An active promotion code with \`code: ${code}\` already exists.`, 'code')
  const customer = params.nullable('customer')
  const row = emulator.store.put('promotion_code', {
    id: freshId('promo'),
    object: 'promotion_code',
    active: params.bool('active') ?? true,
    code,
    created: emulator.now(),
    customer: customer && emulator.customer(customer).id,
    customer_account: null,
    expires_at: params.int('expires_at') ?? null,
    livemode: false,
    max_redemptions: params.int('max_redemptions') ?? null,
    metadata: params.metadata(),
    promotion: { coupon, type: 'coupon' },
    restrictions: { first_time_transaction: false, minimum_amount: null, minimum_amount_currency: null },
    times_redeemed: 0,
  })
  emulator.emit('promotion_code.created', row)
  return row
}

function update(emulator: Emulator, { id, params }: Call): PromotionCode {
  const before = rowAt(emulator, 'promotion_code', id)
  const active = params.bool('active') ?? before.active
  const row = emulator.store.put('promotion_code', {
    ...before,
    active,
    metadata: params.metadata(before.metadata ?? {}),
  })
  emulator.emit('promotion_code.updated', row, before)
  return row
}

function list(emulator: Emulator, { params }: Call): object {
  const [active, code] = [params.bool('active'), params.text('code')]
  const [coupon, customer] = [params.text('coupon'), params.text('customer')]
  const within = createdFilter(params)
  const rows = emulator.store
    .all('promotion_code')
    .filter(
      row =>
        within(row) &&
        (active ?? row.active) === row.active &&
        (!code || same(row.code, code)) &&
        (!coupon || row.promotion.coupon === coupon) &&
        (!customer || row.customer === customer),
    )
  return listPage(rows, params, '/v1/promotion_codes')
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
