import type Stripe from 'stripe'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { fetchCustomer } from '@/lib/integrations/stripe/fetch-customer'
import type { Billing } from '@/lib/subscriptions/billing'

/** Makes the company a customer of Stripe's, or brings its name, address for bills and exemption up to date there. */
export async function syncCustomer(stripe: Stripe, billing: Billing): Promise<string> {
  const id = billing.customerId ?? (await makeCustomer(stripe, billing.tenantId))
  const known = await fetchCustomer(stripe, id)
  if (!known) throw new Error(`customer ${id} was deleted at Stripe`)
  const { name, taxExempt } = billing
  const email = billing.billingEmail ?? (await firstAdminEmail(billing.tenantId as TenantId))
  const same = known.name === name && known.email === email && known.taxExempt === taxExempt
  if (!same) {
    const tax_exempt = taxExempt ? 'exempt' : 'none'
    await stripe.customers.update(id, { name, email: email ?? '', tax_exempt })
  }
  return id
}

/** What is asked for never changes, so that asking again after a lost answer finds the same customer. */
async function makeCustomer(stripe: Stripe, tenantId: string): Promise<string> {
  const idempotencyKey = `portico:customer:${tenantId}`
  const { id } = await stripe.customers.create({ metadata: { tenantId } }, { idempotencyKey })
  await asPlatform(tx => tx.platformAccount.update({ where: { tenantId }, data: { stripeCustomerId: id } }))
  return id
}

function firstAdminEmail(tenantId: TenantId): Promise<string | null> {
  return inTenant({ tenantId, system: 'sync-billing' }, async tx => {
    const admin = await tx.user.findFirst({
      where: { role: 'admin', suspendedAt: null },
      orderBy: { id: 'asc' },
      select: { email: true },
    })
    return admin?.email ?? null
  })
}
