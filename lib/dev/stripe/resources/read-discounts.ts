import { invalid } from '@/lib/dev/stripe/api-error'
import { addIntervals } from '@/lib/dev/stripe/calendar'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import type { Params } from '@/lib/dev/stripe/params'
import { rowNamed } from './find-row'

interface Owner {
  id: string
  customer: string | null
  object: 'subscription' | 'invoice'
  discounts: string[]
}

/** The discounts an object has after its parameters `discounts[][coupon|promotion_code|discount]`. */
export function readDiscounts(emulator: Emulator, params: Params, owner: Owner): string[] {
  const sent = params.list('discounts')
  if (!sent) return owner.discounts
  const discounts = sent.map(part => {
    const kept = part.text('discount')
    if (kept) return rowNamed(emulator, 'discount', kept, 'discounts[discount]').id
    const promotion = part.text('promotion_code')
    const coupon = promotion ? redeemPromotion(emulator, promotion, owner.customer) : part.required('coupon')
    return makeDiscount(emulator, coupon, promotion ?? null, owner)
  })
  for (const gone of owner.discounts.filter(id => !discounts.includes(id))) {
    const row = emulator.store.get('discount', gone)
    if (row) emulator.emit('customer.discount.deleted', row)
  }
  return discounts
}

// A code is used once more; its coupon is what it is worth.
function redeemPromotion(emulator: Emulator, id: string, customer: string | null): string {
  const row = rowNamed(emulator, 'promotion_code', id, 'discounts[promotion_code]')
  const over = row.max_redemptions !== null && row.times_redeemed >= row.max_redemptions
  const expired = row.expires_at !== null && row.expires_at <= emulator.now(customer)
  const foreign = row.customer !== null && row.customer !== customer
  if (!row.active || over || expired || foreign || !row.promotion.coupon) {
    throw invalid('This promotion code cannot be redeemed.', 'discounts[promotion_code]')
  }
  emulator.store.put('promotion_code', { ...row, times_redeemed: row.times_redeemed + 1 })
  return row.promotion.coupon
}

function makeDiscount(
  emulator: Emulator,
  coupon: string,
  promotion_code: string | null,
  owner: Owner,
): string {
  const row = rowNamed(emulator, 'coupon', coupon, 'discounts[coupon]')
  const now = emulator.now(owner.customer)
  const over = row.max_redemptions !== null && row.times_redeemed >= row.max_redemptions
  if (!row.valid || over || (row.redeem_by !== null && row.redeem_by <= now)) {
    throw invalid(`Coupon expired: ${coupon}`, 'discounts[coupon]', 'coupon_expired')
  }
  emulator.store.put('coupon', { ...row, times_redeemed: row.times_redeemed + 1 })
  const repeating = row.duration === 'repeating'
  const discount = emulator.store.put('discount', {
    id: freshId('di'),
    object: 'discount',
    checkout_session: null,
    customer: owner.customer,
    customer_account: null,
    end: repeating ? addIntervals(now, 'month', row.duration_in_months ?? 1) : null,
    invoice: owner.object === 'invoice' ? owner.id : null,
    invoice_item: null,
    promotion_code,
    source: { coupon, type: 'coupon' },
    start: now,
    subscription: owner.object === 'subscription' ? owner.id : null,
    subscription_item: null,
  })
  emulator.emit('customer.discount.created', discount)
  return discount.id
}

/** The discounts of a list that still hold at an instant. */
export function holding(emulator: Emulator, discounts: string[], at: number): string[] {
  return discounts.filter(id => {
    const row = emulator.store.get('discount', id)
    return row !== undefined && (row.end === null || row.end > at)
  })
}
