import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import type { Face } from './host'

/** A tenant as the directory knows it. */
export type DirectoryEntry = {
  id: TenantId
  slug: string
  name: string
  status: 'provisioning' | 'active' | 'suspended' | 'closed'
}

const freshForMs = 5_000
const capacity = 2_000
const known = new Map<string, { entry: DirectoryEntry | null; readAt: number }>()

async function look(face: Face): Promise<DirectoryEntry | null> {
  const select = { id: true, slug: true, name: true, status: true }
  const row = await asPlatform(async tx => {
    if (face.kind === 'tenant') return tx.platformTenant.findUnique({ where: { slug: face.slug }, select })
    if (face.kind !== 'custom') return null
    const domain = await tx.platformDomain.findUnique({
      where: { host: face.host },
      include: { tenant: { select } },
    })
    return domain?.verifiedAt ? domain.tenant : null
  })
  return row as DirectoryEntry | null
}

/**
 * Finds the tenant that a host's face belongs to; null when there is none. Answers may be five seconds old, so that
 * a page costs no directory query; a custom domain counts only once verified.
 */
export async function findTenant(face: Face): Promise<DirectoryEntry | null> {
  if (face.kind !== 'tenant' && face.kind !== 'custom') return null
  const key = face.kind === 'tenant' ? `slug ${face.slug}` : `host ${face.host}`
  const hit = known.get(key)
  if (hit && Date.now() - hit.readAt < freshForMs) return hit.entry
  const entry = await look(face)
  known.delete(key)
  known.set(key, { entry, readAt: Date.now() })
  const oldest = known.keys().next().value
  if (known.size > capacity && oldest !== undefined) known.delete(oldest)
  return entry
}

/** Forgets what was read, after a change to the directory in this process. */
export function forgetTenants(): void {
  known.clear()
}
