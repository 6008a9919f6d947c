import type { PlatformTx } from '@/lib/db/as-platform'
import { fraction } from '@/lib/fraction/fraction'
import type { StripeInvoiceLine } from '@/lib/integrations/stripe/fetch-invoice'
import { type Meter, meters } from '@/lib/plans/plan'
import { formatQuantity } from '@/lib/rating/rules'

type Price = { stripeId: string; meter: Meter; unitMicros: bigint; reckoned: 'average' | 'sum' }

/**
 * The lines of an invoice in words for people: what a meter reports in micros is told as the average it stands for.
 */
export async function describeLines(
  tx: PlatformTx,
  lines: readonly StripeInvoiceLine[],
): Promise<StripeInvoiceLine[]> {
  const ids = lines.flatMap(({ priceId }) => priceId ?? [])
  const prices = await tx.$queryRaw<Price[]>`
    select o.stripe_id as "stripeId", p.meter, p.unit_micros as "unitMicros", p.reckoned
    from platform.stripe_objects o
      join platform.plan_prices p on o.key = 'price:' || p.plan_version_id || ':' || p.meter
    where o.stripe_id = any(${ids})`
  return lines.map(line => {
    const price = prices.find(({ stripeId }) => stripeId === line.priceId)
    if (!price || line.quantity === null || line.quantity < 0n) return line
    const { title } = meters[price.meter]
    if (price.reckoned === 'sum') return { ...line, description: title }
    const average = formatQuantity(fraction(line.quantity, price.unitMicros))
    const unit = price.meter === 'storage-bytes' ? ' GB' : ''
    return { ...line, quantity: null, description: `${title}, daily average ${average}${unit}` }
  })
}
