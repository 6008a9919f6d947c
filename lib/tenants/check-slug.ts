import { asPlatform } from '@/lib/db/as-platform'
import { slugAlternatives } from './rules'

/** Says whether a well-formed subdomain is free now; when it is not, offers one that is. */
export async function checkSlug(slug: string): Promise<{ free: boolean; suggestion: string | null }> {
  const candidates = [slug, ...slugAlternatives(slug)]
  const rows = await asPlatform(tx =>
    tx.platformTenant.findMany({ where: { slug: { in: candidates } }, select: { slug: true } }),
  )
  const taken = new Set(rows.map(row => row.slug))
  if (!taken.has(slug)) return { free: true, suggestion: null }
  return { free: false, suggestion: candidates.find(one => !taken.has(one)) ?? null }
}
