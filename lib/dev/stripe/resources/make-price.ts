import { invalid, unsupported } from '@/lib/dev/stripe/api-error'
import { readDecimal, truncate, writeDecimal } from '@/lib/dev/stripe/decimal'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import type { Params } from '@/lib/dev/stripe/params'
import type { Price } from '@/lib/dev/stripe/rows'
import { rowNamed } from './find-row'

/** Makes a price of its parameters for a product; an inactive one when it only serves one line. */
export function makePrice(
  emulator: Emulator,
  params: Params,
  product: string,
  lookup_key: string | null = null,
): Price {
  rowNamed(emulator, 'product', product, 'product')
  if (params.oneOf('billing_scheme', ['per_unit', 'tiered']) === 'tiered') {
    throw unsupported('tiered prices', 'billing_scheme')
  }
  const recurring = readRecurring(emulator, params)
  const row = emulator.store.put('price', {
    id: freshId('price'),
    object: 'price',
    active: params.bool('active') ?? true,
    billing_scheme: 'per_unit',
    created: emulator.now(),
    currency: params.required('currency').toLowerCase(),
    custom_unit_amount: null,
    livemode: false,
    lookup_key,
    metadata: params.metadata(),
    nickname: params.nullable('nickname'),
    product,
    recurring,
    tax_behavior: params.oneOf('tax_behavior', ['exclusive', 'inclusive', 'unspecified']) ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: readTransform(params),
    type: recurring ? 'recurring' : 'one_time',
    ...readUnitAmount(params),
  })
  emulator.emit('price.created', row)
  return row
}

/** The price per unit in cents, exact and, where it is a whole cent, as an integer. */
export function readUnitAmount(params: Params): { unit_amount: number | null; unit_amount_decimal: string } {
  const amount = params.text('unit_amount') ?? params.text('unit_amount_decimal')
  params.ignore('unit_amount_decimal')
  if (!amount)
    throw invalid(
      'You must specify `unit_amount` or `unit_amount_decimal`.',
      'unit_amount',
      'parameter_missing',
    )
  const units = readDecimal(amount)
  if (units === undefined)
    throw invalid(`Invalid decimal: ${amount}; at most 12 decimals.`, 'unit_amount_decimal')
  const text = writeDecimal(units)
  return { unit_amount: text.includes('.') ? null : truncate(units), unit_amount_decimal: text }
}

function readRecurring(emulator: Emulator, params: Params): Price['recurring'] {
  const part = params.part('recurring')
  if (!part) return null
  const usage_type = part.oneOf('usage_type', ['licensed', 'metered']) ?? 'licensed'
  const meter = part.nullable('meter')
  if (usage_type === 'metered' && !meter) {
    throw invalid('Metered prices need `recurring[meter]`.', 'recurring[meter]', 'parameter_missing')
  }
  if (usage_type === 'licensed' && meter) {
    throw invalid('`recurring[meter]` needs `recurring[usage_type]=metered`.', 'recurring[meter]')
  }
  if (meter) rowNamed(emulator, 'billing.meter', meter, 'recurring[meter]')
  return {
    interval: part.oneOf('interval', ['day', 'week', 'month', 'year']) ?? part.required('interval'),
    interval_count: part.int('interval_count') ?? 1,
    meter,
    trial_period_days: null,
    usage_type,
  }
}

function readTransform(params: Params): Price['transform_quantity'] {
  const part = params.part('transform_quantity')
  if (!part) return null
  return { divide_by: part.int('divide_by') ?? 1, round: part.oneOf('round', ['up', 'down']) ?? 'up' }
}
