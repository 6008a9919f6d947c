import { asPlatform } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'

/** A sign-up takes a second or two; what has no profile after this many minutes was left by a server that died. */
const abandonedAfterMinutes = 2

async function hasProfile(tenantId: TenantId): Promise<boolean> {
  return inTenant({ tenantId, system: 'sign-up' }, async tx => (await tx.tenant.count()) > 0)
}

/** Frees an address that a sign-up reserved and, because its server died, never filled. */
export async function reclaimSlug(slug: string): Promise<boolean> {
  const before = new Date(Date.now() - abandonedAfterMinutes * 60_000)
  const row = await asPlatform(tx =>
    tx.platformTenant.findFirst({ where: { slug, createdAt: { lt: before } } }),
  )
  if (!row || (await hasProfile(row.id as TenantId))) return false
  const { count } = await asPlatform(tx => tx.platformTenant.deleteMany({ where: { id: row.id } }))
  return count > 0
}
