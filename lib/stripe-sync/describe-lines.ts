import type { PlatformTx } from '@/lib/db/as-platform'
import { fraction } from '@/lib/fraction/fraction'
import type { StripeInvoiceLine } from '@/lib/integrations/stripe/fetch-invoice'
import { type Meter, meters } from '@/lib/plans/plan'
import { formatQuantity } from '@/lib/rating/rules'

type Price = {
  stripeId: string
  planVersionId: string
  meter: Meter
  unitMicros: bigint
  reckoned: 'average' | 'sum'
}

/**
 * The lines of an invoice in words for people: what a meter reports in micros is told as the average it stands for, and
 * what was counted with it of earlier months is told apart.
 */
export async function describeLines(
  tx: PlatformTx,
  tenantId: string,
  lines: readonly StripeInvoiceLine[],
): Promise<StripeInvoiceLine[]> {
  const ids = lines.flatMap(({ priceId }) => priceId ?? [])
  const prices = await tx.$queryRaw<Price[]>`
    select o.stripe_id as "stripeId", p.plan_version_id as "planVersionId", p.meter, p.unit_micros as "unitMicros", p.reckoned
    from platform.stripe_objects o
      join platform.plan_prices p on o.key = 'price:' || p.plan_version_id || ':' || p.meter
    where o.stripe_id = any(${ids})`
  const late = await tx.platformMeterEvent.findMany({ where: { tenantId, billedOn: { not: null } } })
  return lines.map(line => {
    const price = prices.find(({ stripeId }) => stripeId === line.priceId)
    if (!price || line.quantity === null || line.quantity < 0n) return line
    const added = late
      .filter(
        ({ planVersionId, meter, billedOn }) =>
          planVersionId === price.planVersionId &&
          meter === price.meter &&
          billedOn !== null &&
          billedOn >= line.periodStartsAt &&
          billedOn < line.periodEndsAt,
      )
      .reduce((all, { value }) => all + value, 0n)
    return describeLine(line, line.quantity, price, added)
  })
}

/** @param late how much of the quantity is of earlier months, found after their bills */
function describeLine(
  line: StripeInvoiceLine,
  quantity: bigint,
  { meter, reckoned, unitMicros }: Price,
  late: bigint,
): StripeInvoiceLine {
  const { title } = meters[meter]
  const found = (what: string) => (late === 0n ? '' : `, with ${what} of earlier months found later`)
  if (reckoned === 'sum') return { ...line, description: `${title}${found(signed(late, 1n))}` }
  const own = quantity > late ? quantity - late : 0n
  const unit = meter === 'storage-bytes' ? ' GB' : ''
  const average = `${title}, daily average ${formatQuantity(fraction(own, unitMicros))}${unit}`
  const more = found(`a daily average of ${signed(late, unitMicros)}${unit}`)
  return { ...line, quantity: null, description: `${average}${more}` }
}

/** A quantity with its sign: what was found later may also be less. */
function signed(value: bigint, per: bigint): string {
  const size = formatQuantity(fraction(value < 0n ? -value : value, per))
  return value < 0n ? `${size} less` : size
}
