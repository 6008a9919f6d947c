import type { PlatformTx } from '@/lib/db/as-platform'
import { describeOrganization, type Organization, organizationFields } from './read-organization'
import type { OrganizationQuery } from './schema'

/** Lists companies, the newest first. `next` continues after the last of them; null when there are no more. */
export async function listOrganizations(
  tx: PlatformTx,
  { limit, after, status }: OrganizationQuery,
): Promise<{ data: Organization[]; next: string | null }> {
  // Ids begin with the time, so that their order is the order of arrival.
  const rows = await tx.platformTenant.findMany({
    where: { ...(after && { id: { lt: after } }), ...(status && { status }) },
    include: organizationFields,
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  return {
    data: page.map(describeOrganization),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}
