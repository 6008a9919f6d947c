import type { TenantId } from '@/lib/db/in-tenant'
import { readTenant } from './read-tenant'
import { tenantUrl } from './tenant-url'

const freshForMs = 60_000
const slugs = new Map<TenantId, { slug: string; readAt: number }>()

async function slugOf(id: TenantId): Promise<string> {
  const known = slugs.get(id)
  if (known && Date.now() - known.readAt < freshForMs) return known.slug
  const tenant = await readTenant(id)
  if (!tenant) throw new Error(`tenant ${id} is not in the directory`)
  if (slugs.size > 2_000) slugs.clear()
  slugs.set(id, { slug: tenant.slug, readAt: Date.now() })
  return tenant.slug
}

/** Builds an absolute URL on the host of the tenant with this id, for mails; `path` starts with a slash. */
export async function urlOfTenant(id: TenantId, path: string): Promise<string> {
  return tenantUrl(await slugOf(id), path)
}
