import { z } from 'zod'
import type { TenantTx } from '@/lib/db/in-tenant'
import { limitNames } from './plan'

const offerSchema = z.array(
  z.object({
    plan: z.enum(['basic', 'pro', 'enterprise', 'per-homeowner']),
    kind: z.enum(['tier', 'per-homeowner']),
    name: z.string(),
    /** A limit that is not named is none. */
    limits: z.partialRecord(z.enum(limitNames), z.int().positive()),
    features: z.array(z.string()),
  }),
)
export type Offer = z.output<typeof offerSchema>[number]

/** Reads the plans that are for sale today, cheapest first. */
export async function readOffer(tx: TenantTx): Promise<Offer[]> {
  const [row] = await tx.$queryRaw<{ offer: unknown }[]>`select app.plans_on_offer() as offer`
  return offerSchema.parse(row?.offer)
}
