import { expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { testDatabase } from '@/lib/testing/create-test-database'
import { closeStaleRuns } from './close-stale-runs'
import { ProvisioningRun } from './provisioning-run'
import { reserveTenant } from './reserve-tenant'

process.env.LOG_LEVEL = 'silent'
testDatabase()

it('takes back what a server that died had begun, and says where it was', async () => {
  const run = await ProvisioningRun.start({ via: 'sign-up', slug: 'half', name: 'Half' })
  await run.step('tenant', () => reserveTenant({ slug: 'half', name: 'Half', kind: 'both' }))
  await run.step('placement', async () => undefined)
  await asPlatform(tx => tx.$executeRaw`update platform.tenants set created_at = now() - interval '2 hours'`)
  expect(await closeStaleRuns(new Date())).toBe(0)
  expect(await closeStaleRuns(new Date(Date.now() + 61 * 60_000))).toBe(1)
  const kept = await asPlatform(async tx => ({
    tenants: await tx.platformTenant.count(),
    run: await tx.platformProvisioningRun.findUnique({
      where: { id: run.id },
      include: { provisioningSteps: { orderBy: { position: 'asc' } } },
    }),
  }))
  expect(kept.tenants).toBe(0)
  expect(kept.run).toMatchObject({ outcome: 'failed', failedStep: 'placement' })
  expect(kept.run?.provisioningSteps.map(step => step.outcome)).toEqual(['undone', 'failed'])
})
