import { z } from 'zod'
import type { TenantTx } from '@/lib/db/in-tenant'

const instant = z.iso.datetime({ offset: true }).transform(text => new Date(text))

const domainsSchema = z.array(
  z.object({
    id: z.string(),
    host: z.string(),
    token: z.string(),
    status: z.enum(['pending', 'verified', 'failed']),
    claimedAt: instant,
    verifiedAt: instant.nullable(),
    checkedAt: instant.nullable(),
    nextCheckAt: instant.nullable(),
    missingSince: instant.nullable(),
    problem: z
      .enum(['no-record', 'other-record', 'unreachable', 'not-in-plan', 'taken', 'given-up', 'lost'])
      .nullable(),
  }),
)

/** A domain that the company claimed, and where the claim stands. */
export type Domain = z.output<typeof domainsSchema>[number]

/** Reads the company's claims, the verified ones first; nothing for those who may not change settings. */
export async function readDomains(tx: TenantTx): Promise<Domain[]> {
  const rows = await tx.$queryRaw<{ domains: unknown }[]>`select app.my_domains() as domains`
  return domainsSchema.parse(rows[0]?.domains ?? [])
}
