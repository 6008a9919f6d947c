import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { pools } from '@/lib/db/pools'
import { compare, type Figure, timeInTurn } from './measure'
import type { Measured } from './row-security'

/** (b) A tenant transaction of one query through Prisma, against the same without a tenant's context. */
export async function benchTransactions(tenant: Measured): Promise<Figure[]> {
  const { platformPrisma } = pools()
  const context = { tenantId: tenant.tenantId as TenantId, sessionId: tenant.sessionId }
  const where = { id: tenant.tenantId }
  const [own = [], transaction = [], single = []] = await timeInTurn(1500, [
    () => inTenant(context, tx => tx.tenant.findFirst()),
    () => platformPrisma.$transaction(tx => tx.platformTenant.findUnique({ where })),
    () => platformPrisma.platformTenant.findUnique({ where }),
  ])
  return [
    compare('(b) tenant transaction / plain Prisma transaction, one query', own, transaction, 2),
    compare('(b) tenant transaction / plain Prisma query without a transaction', own, single),
  ]
}
