import Stripe from 'stripe'
import { asPlatform } from '@/lib/db/as-platform'
import { openStripe } from '@/lib/integrations/stripe/open-stripe'
import { log } from '@/lib/log/log'
import { microsPerMinor } from '@/lib/money/currency'
import { type MeterPrice, meters, type PlanVersion } from '@/lib/plans/plan'
import { readPlanVersions } from '@/lib/subscriptions/read-plan-versions'
import { baseKey, eventName, meterKey, meterPriceKey, productKey, unitAmountDecimal } from './price-keys'
import { keepStripeId } from './stripe-ids'

/**
 * Makes what is missing at Stripe of the plans that are or were for sale: products, prices and meters. What is there
 * stays as it is, for a version that was sold never changes.
 * @returns false when no account at Stripe is set up
 */
export async function syncCatalogue(): Promise<boolean> {
  const stripe = openStripe()
  if (!stripe) return false
  for (const version of await asPlatform(readPlanVersions)) await syncVersion(stripe, version)
  log().info('the catalogue at Stripe is complete')
  return true
}

async function syncVersion(stripe: Stripe, version: PlanVersion): Promise<void> {
  const { id, name, baseMinor } = version
  const product = await keepProduct(stripe, productKey(id), `Portico ${name}`)
  await keepPrice(stripe, version, baseKey(id), {
    product,
    unit_amount: Number(baseMinor),
    recurring: { interval: 'month', usage_type: 'licensed' },
  })
  for (const price of version.prices) await syncMeterPrice(stripe, version, price)
}

async function syncMeterPrice(stripe: Stripe, version: PlanVersion, price: MeterPrice): Promise<void> {
  const { id, currency } = version
  const { meter, reckoned } = price
  const meterId = await keepMeter(stripe, id, price)
  const title =
    reckoned === 'average'
      ? `${meters[meter].title}, daily average, in micro-${currency}`
      : meters[meter].title
  const product = await keepProduct(stripe, productKey(id, meter), title)
  await keepPrice(stripe, version, meterPriceKey(id, meter), {
    product,
    unit_amount_decimal: Stripe.Decimal.from(unitAmountDecimal(price, microsPerMinor(currency))),
    recurring: { interval: 'month', usage_type: 'metered', meter: meterId },
  })
}

function keepProduct(stripe: Stripe, key: string, name: string): Promise<string> {
  const idempotencyKey = `portico:${key}`
  return keepStripeId(key, () =>
    stripe.products.create({ name, metadata: { portico: key } }, { idempotencyKey }),
  )
}

/** An idempotency key is remembered for a day, the lookup key for ever. */
function keepPrice(
  stripe: Stripe,
  { currency }: PlanVersion,
  key: string,
  params: Omit<Stripe.PriceCreateParams, 'currency' | 'lookup_key'>,
): Promise<string> {
  return keepStripeId(key, async () => {
    const [known] = (await stripe.prices.list({ lookup_keys: [key], limit: 1 })).data
    if (known) return known
    const created = { ...params, currency: currency.toLowerCase(), lookup_key: key }
    return stripe.prices.create(created, { idempotencyKey: `portico:${key}` })
  })
}

/** Adds up what is reported of a customer in a period; the newest comes first in Stripe's list, which is short. */
function keepMeter(stripe: Stripe, versionId: string, { meter }: MeterPrice): Promise<string> {
  const key = meterKey(versionId, meter)
  const event_name = eventName(versionId, meter)
  return keepStripeId(key, async () => {
    for await (const known of stripe.billing.meters.list({ status: 'active', limit: 100 }))
      if (known.event_name === event_name) return known
    return stripe.billing.meters.create(
      {
        display_name: `${meters[meter].title} (${versionId})`,
        event_name,
        default_aggregation: { formula: 'sum' },
        customer_mapping: { type: 'by_id', event_payload_key: 'stripe_customer_id' },
        value_settings: { event_payload_key: 'value' },
      },
      { idempotencyKey: `portico:${key}` },
    )
  })
}
