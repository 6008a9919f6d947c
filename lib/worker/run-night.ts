import type { PgBoss } from 'pg-boss'
import { asPlatform } from '@/lib/db/as-platform'
import type { JobName } from '@/lib/jobs/job-names'
import { syncCatalogue } from '@/lib/stripe-sync/sync-catalogue'
import { closeStaleRuns } from '@/lib/tenants/close-stale-runs'
import { meterTenants } from '@/lib/usage/meter-tenants'
import { runParts } from './run-parts'

/** What every active tenant is given each night; a suspended one only what keeps Stripe from charging it. */
const nightlyJobs: readonly JobName[] = ['sweep', 'tend-credentials', 'sync-billing', 'compare-bill']

const clearLeftovers = () =>
  asPlatform(async tx => {
    await tx.$executeRaw`
      delete from platform.throttles where expire < extract(epoch from now() - interval '1 day') * 1000`
    await tx.$executeRaw`
      delete from platform.admin_sessions where coalesce(revoked_at, expires_at) < now() - interval '30 days'`
    await tx.$executeRaw`
      delete from platform.idempotency_keys where started_at < now() - interval '1 day'`
  })

async function giveTenantsTheirJobs(boss: PgBoss): Promise<void> {
  const tenants = await asPlatform(tx =>
    tx.platformTenant.findMany({
      where: { status: { in: ['active', 'suspended'] } },
      select: { id: true, status: true },
    }),
  )
  const active = tenants.filter(({ status }) => status === 'active')
  for (const name of nightlyJobs) await giveJob(boss, name, name === 'sync-billing' ? tenants : active)
}

async function giveJob(boss: PgBoss, name: JobName, tenants: { id: string }[]): Promise<void> {
  for (let from = 0; from < tenants.length; from += 500) {
    const jobs = tenants.slice(from, from + 500).map(({ id }) => ({ data: { tenantId: id } }))
    await boss.insert(name, jobs)
  }
}

/**
 * The nightly round: clears the platform's own leftovers, compares what companies used with the facts, completes the
 * catalogue at Stripe and gives every active tenant its nightly jobs.
 */
export async function runNight(boss: PgBoss): Promise<void> {
  const now = new Date()
  await runParts({
    runs: () => closeStaleRuns(now),
    leftovers: clearLeftovers,
    usage: () => meterTenants(now, { reconcile: true }),
    catalogue: syncCatalogue,
    jobs: () => giveTenantsTheirJobs(boss),
  })
}
