import type { PlatformTx } from '@/lib/db/as-platform'
import type { TenantTx } from '@/lib/db/in-tenant'
import { type Billing, billingSchema } from './billing'

/** Reads all that is agreed with a company; null when there is no such company. */
export async function readBilling(tx: PlatformTx, tenantId: string): Promise<Billing | null> {
  const [row] = await tx.$queryRaw<
    { billing: unknown }[]
  >`select platform.billing(${tenantId}::uuid) as billing`
  return row?.billing ? billingSchema.parse(row.billing) : null
}

/** The same for the company itself. @throws for whoever is not of its staff */
export async function readMyBilling(tx: TenantTx): Promise<Billing> {
  const [row] = await tx.$queryRaw<{ billing: unknown }[]>`select app.my_billing() as billing`
  return billingSchema.parse(row?.billing)
}
