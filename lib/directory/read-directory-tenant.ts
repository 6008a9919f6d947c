import type { PlatformTx } from '@/lib/db/as-platform'

const uuid = /^[0-9a-f-]{36}$/

/** Reads what the directory knows of one tenant, and what its jobs are at; none of its content. */
export async function readDirectoryTenant(tx: PlatformTx, id: string) {
  if (!uuid.test(id)) return null
  const tenant = await tx.platformTenant.findUnique({
    where: { id },
    include: {
      account: { select: { state: true } },
      domains: { orderBy: { host: 'asc' } },
      deletionRequests: {
        where: { cancelledAt: null },
        select: { requestedAt: true, dueAt: true, reason: true },
      },
    },
  })
  if (!tenant) return null
  const jobs = await tx.$queryRaw<{ name: string; state: string; count: number }[]>`
    select coalesce(source_name, name) as name, case when source_name is null then state::text else 'dead' end as state,
      count(*)::int
    from jobs.job where data ->> 'tenantId' = ${id} and state in ('created', 'retry', 'active')
    group by 1, 2 order by 1, 2`
  return { ...tenant, jobs }
}
