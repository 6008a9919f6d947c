import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { type DirectoryEntry, directoryFields, toEntry } from './directory-entry'

/** Reads one tenant of the directory by its id, as it is now; null when there is none. */
export async function readTenant(id: TenantId): Promise<DirectoryEntry | null> {
  const row = await asPlatform(tx => tx.platformTenant.findUnique({ where: { id }, select: directoryFields }))
  return row && toEntry(row)
}
