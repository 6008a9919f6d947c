import type { TenantId } from '@/lib/db/in-tenant'

/** A tenant as the directory knows it. */
export type DirectoryEntry = {
  id: TenantId
  slug: string
  name: string
  status: 'provisioning' | 'active' | 'suspended' | 'closed'
  /** The company's own domain, once it is verified: where its subdomain leads. */
  domain: string | null
}

/** What is read of the directory to make an entry. */
export const directoryFields = {
  id: true,
  slug: true,
  name: true,
  status: true,
  domains: {
    where: { verifiedAt: { not: null } },
    orderBy: { verifiedAt: 'asc' },
    take: 1,
    select: { host: true },
  },
} as const

/** Makes an entry of what was read; of several verified domains the one verified first counts. */
export function toEntry(row: {
  id: string
  slug: string
  name: string
  status: string
  domains: { host: string }[]
}): DirectoryEntry {
  const { domains, ...rest } = row
  return { ...rest, domain: domains[0]?.host ?? null } as DirectoryEntry
}
