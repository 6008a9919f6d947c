import { asPlatform } from '@/lib/db/as-platform'
import { type DirectoryEntry, directoryFields, toEntry } from './directory-entry'
import type { Face } from './host'

const freshForMs = 5_000
const capacity = 2_000
const known = new Map<string, { entry: DirectoryEntry | null; readAt: number }>()

async function look(face: Face): Promise<DirectoryEntry | null> {
  const where = whereOf(face)
  if (!where) return null
  return asPlatform(async tx => {
    const row = await tx.platformTenant.findFirst({ where, select: directoryFields })
    return row && toEntry(row)
  })
}

function whereOf(face: Face) {
  if (face.kind === 'tenant') return { slug: face.slug }
  if (face.kind === 'custom') return { domains: { some: { host: face.host, verifiedAt: { not: null } } } }
  return null
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
