import { asPlatform } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'

export type MadeTenant = { id: TenantId; slug: string }

let made = 0

/** Makes an active tenant with its profile row, for tests. */
export async function makeTenant(
  given: { slug?: string; name?: string; kind?: 'associations' | 'rentals' | 'both' } = {},
): Promise<MadeTenant> {
  made += 1
  const slug = given.slug ?? `company-${made}`
  const { name = `Company ${made}`, kind = 'associations' } = given
  const row = await asPlatform(tx =>
    tx.platformTenant.create({ data: { slug, name, kind, status: 'active' }, select: { id: true } }),
  )
  const id = row.id as TenantId
  await inTenant({ tenantId: id, system: 'test' }, tx => tx.tenant.createMany({ data: [{ name, kind }] }))
  return { id, slug }
}
