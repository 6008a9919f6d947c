import { describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { createBoss } from '@/lib/jobs/create-boss'
import { queueMessage } from '@/lib/messaging/queue-message'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { readJobs } from '@/lib/testing/read-jobs'
import { runNight } from './run-night'
import { sweepTenant } from './sweep-tenant'

process.env.LOG_LEVEL = 'silent'
const database = testDatabase()
const job = { id: 'job', data: {}, signal: new AbortController().signal, lastTry: false }

describe('sweepTenant', () => {
  it('removes what ended long ago, and nothing else, of this tenant alone', async () => {
    const [tenant, other] = [await makeTenant(), await makeTenant()]
    const [person, stranger] = [await makeUser(tenant), await makeUser(other)]
    const long = new Date(Date.now() - 40 * 86_400_000)
    for (const of of [person, stranger]) {
      await inTenant({ tenantId: of.actor.tenantId, system: 'test' }, async tx => {
        const { userId } = of.actor
        await tx.session.createMany({
          data: [{ userId, method: 'password', createdAt: long, expiresAt: long }],
        })
        const link = { userId, purpose: 'reset', expiresAt: long }
        await tx.signInLink.createMany({ data: [{ ...link, tokenHash: 'old' }] })
        await tx.file.createMany({
          data: [{ purpose: 'import', name: 'half.csv', mediaType: 'text/csv', createdAt: long }],
        })
        const { messageId } = await queueMessage(tx, {
          template: 'password-reset',
          data: { name: 'Ana', url: 'http://a.localhost/reset/x', expiresInMinutes: 30 },
          to: { email: 'ana@example.com' },
          key: 'old',
        })
        await tx.$executeRaw`update app.messages set created_at = ${long} where id = ${messageId}::uuid`
      })
    }
    await sweepTenant({ ...job, tenantId: tenant.id })
    const count = (tenantId: typeof tenant.id) =>
      inTenant({ tenantId, system: 'test' }, async tx => [
        await tx.session.count(),
        await tx.signInLink.count(),
        await tx.file.count(),
        await tx.messageSecret.count(),
      ])
    expect(await count(tenant.id)).toEqual([1, 0, 0, 0])
    expect(await count(other.id)).toEqual([2, 1, 1, 1])
  })

  it('cannot be done by staff: only the system removes sessions', async () => {
    const tenant = await makeTenant()
    const { context } = await makeUser(tenant, { role: 'admin' })
    const removed = await inTenant(context, tx => tx.$executeRaw`delete from app.sessions`)
    expect(removed).toBe(0)
  })
})

describe('runNight', () => {
  it('gives every active tenant its nightly jobs, once, and clears the platform’s own leftovers', async () => {
    await asPlatform(tx => tx.$executeRaw`delete from jobs.job`)
    await asPlatform(
      tx => tx.$executeRaw`insert into platform.throttles (key, points, expire) values ('old', 1, 1)`,
    )
    const boss = createBoss(database().platformUrl, { supervise: false, schedule: false, migrate: false })
    await boss.start()
    await runNight(boss)
    await boss.stop({ graceful: false })
    const active = await asPlatform(tx => tx.platformTenant.findMany({ where: { status: 'active' } }))
    const swept = (await readJobs()).map(({ name, data }) => [name, data.tenantId])
    const due = active.flatMap(({ id }) => [
      ['sweep', id],
      ['tend-credentials', id],
      ['sync-billing', id],
      ['compare-bill', id],
    ])
    expect(swept.sort()).toEqual(due.sort())
    expect(await asPlatform(tx => tx.$queryRaw`select 1 from platform.throttles`)).toEqual([])
  })
})
