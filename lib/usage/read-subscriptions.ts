import { z } from 'zod'
import type { TenantTx } from '@/lib/db/in-tenant'
import { features, limitNames, type Meter, meterNames, tierPlans } from '@/lib/plans/plan'
import type { SubscriptionPeriod } from '@/lib/rating/invoice'
import { type LocalDate, parseLocalDate } from '@/lib/time/local-date'
import type { Days } from './facts'

const date = z.string().transform((text, context): LocalDate => {
  const parsed = parseLocalDate(text)
  if (parsed) return parsed
  context.addIssue('not a date')
  return z.NEVER
})
const amount = z.string().transform(text => BigInt(text))

const planSchema = z.object({
  id: z.string(),
  plan: z.enum([...tierPlans, 'per-homeowner']),
  version: z.number(),
  kind: z.enum(['tier', 'per-homeowner']),
  name: z.string(),
  currency: z.string(),
  baseMinor: amount,
  limits: z.partialRecord(z.enum(limitNames), z.number()),
  features: z.array(z.enum(features)),
  prices: z.array(
    z.object({
      meter: z.enum(meterNames as [Meter, ...Meter[]]),
      unitMicros: amount,
      perUnits: amount,
      reckoned: z.enum(['average', 'sum']),
    }),
  ),
})
const periodsSchema = z.array(z.object({ startsOn: date, endsOn: date.nullable(), plan: planSchema }))

/** Reads the company's own plans of some days, open ones and past ones, with the prices it bought them at. */
export async function readSubscriptions(tx: TenantTx, { from, until }: Days): Promise<SubscriptionPeriod[]> {
  const [row] = await tx.$queryRaw<{ periods: unknown }[]>`
    select app.my_subscriptions(${from}::date, ${until}::date) as periods`
  return periodsSchema.parse(row?.periods)
}
