import { describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { makeTenant } from '@/lib/testing/make-tenant'
import { readJobs } from '@/lib/testing/read-jobs'
import { cancelDeletion } from './cancel-deletion'
import { reactivateTenant } from './reactivate-tenant'
import { requestDeletion } from './request-deletion'
import { suspendTenant } from './suspend-tenant'

testDatabase()

describe('suspending a tenant', () => {
  it('is undone by reactivating it, which wakes its waiting jobs; both are in the audit log', async () => {
    const [admin, tenant] = [await makeAdmin(), await makeTenant()]
    const tenantId = tenant.id
    const suspended = await asPlatform(tx =>
      suspendTenant(tx, admin, { tenantId, reason: 'Unpaid since March' }),
    )
    expect(suspended.ok).toBe(true)
    const followed = async () => (await readJobs()).filter(({ name }) => name === 'sync-billing')
    expect(await followed()).toMatchObject([{ data: { tenantId }, state: 'created' }])
    await asPlatform(tx => tx.$executeRaw`delete from jobs.job`)
    await inTenant({ tenantId, system: 'test' }, tx => enqueueJob(tx, 'sweep', {}))
    await asPlatform(
      tx => tx.$executeRaw`update jobs.job set state = 'retry', start_after = now() + interval '1 hour'`,
    )
    expect((await asPlatform(tx => reactivateTenant(tx, admin, { tenantId }))).ok).toBe(true)
    expect(await followed()).toMatchObject([{ data: { tenantId }, state: 'created' }])
    const job = (await readJobs()).find(({ name }) => name === 'sweep')
    expect(job?.startAfter.getTime()).toBeLessThanOrEqual(Date.now() + 1000)
    const row = await asPlatform(tx => tx.platformTenant.findUnique({ where: { id: tenantId } }))
    expect(row).toMatchObject({ status: 'active', statusReason: null })
    const audit = await asPlatform(tx =>
      tx.platformAuditEntry.findMany({ where: { tenantId }, orderBy: { at: 'asc' } }),
    )
    expect(audit).toMatchObject([
      { action: 'tenant:suspended', adminId: admin.adminId, detail: { reason: 'Unpaid since March' } },
      { action: 'tenant:reactivated', adminId: admin.adminId },
    ])
  })

  it('is refused for a tenant that is not active, or not there', async () => {
    const [admin, tenant] = [await makeAdmin(), await makeTenant()]
    const reason = 'Twice'
    await asPlatform(tx => suspendTenant(tx, admin, { tenantId: tenant.id, reason }))
    const again = await asPlatform(tx => suspendTenant(tx, admin, { tenantId: tenant.id, reason }))
    expect(again).toMatchObject({ ok: false, reason: 'wrong_state' })
    const nobody = await asPlatform(tx => suspendTenant(tx, admin, { tenantId: crypto.randomUUID(), reason }))
    expect(nobody).toMatchObject({ ok: false, reason: 'not_found' })
  })

  it('like closing it, lets jobs wait that start once the request for its deletion is taken back', async () => {
    const [admin, { id: tenantId }] = [await makeAdmin(), await makeTenant()]
    const input = { tenantId, reason: 'Moved away' }
    await asPlatform(tx => requestDeletion(tx, admin, input, new Date()))
    await inTenant({ tenantId, system: 'test' }, tx => enqueueJob(tx, 'sweep', {}))
    await asPlatform(
      tx => tx.$executeRaw`update jobs.job set state = 'retry', start_after = now() + interval '6 hours'
        where data ->> 'tenantId' = ${tenantId}`,
    )
    expect((await asPlatform(tx => cancelDeletion(tx, admin, { tenantId }, new Date()))).ok).toBe(true)
    const job = (await readJobs()).find(({ name, data }) => name === 'sweep' && data.tenantId === tenantId)
    expect(job?.startAfter.getTime()).toBeLessThanOrEqual(Date.now() + 1000)
  })
})
