import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { readJobs } from '@/lib/testing/read-jobs'
import { until } from '@/lib/testing/until'
import { enqueueJob } from './enqueue-job'
import { installJobs } from './install-jobs'
import { type JobHandler, rounds } from './job-names'
import { startWorker } from './start-worker'
import { wakeRound } from './wake-round'

process.env.LOG_LEVEL = 'silent'
const database = testDatabase()
beforeEach(() => asPlatform(tx => tx.$executeRaw`delete from jobs.job`))

const system = (tenant: MadeTenant) => ({ tenantId: tenant.id, system: 'test' })
const messageId = '00000000-0000-7000-8000-000000000001'

function queue(tenant: MadeTenant, options: { key?: string; startAfter?: Date } = {}) {
  return inTenant(system(tenant), tx => enqueueJob(tx, 'send-message', { messageId }, options))
}

async function work(handler: JobHandler<'send-message'>, graceMs = 5_000) {
  const worker = await startWorker({
    platformUrl: database().platformUrl,
    handlers: { 'send-message': handler },
    superviseSeconds: 1,
    pollSeconds: 0.5,
    graceMs,
  })
  onTestFinished(() => worker.stop())
  return worker
}

/** Makes what is left to wait due now, as if its time had passed. */
const passTime = () =>
  asPlatform(tx => tx.$executeRaw`update jobs.job set start_after = now() where state = 'retry'`)

describe('enqueueJob', () => {
  it('enqueues nothing when its transaction is rolled back', async () => {
    const tenant = await makeTenant()
    const failed = inTenant(system(tenant), async tx => {
      await enqueueJob(tx, 'send-message', { messageId })
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await readJobs()).toEqual([])
  })

  it('stamps the tenant of the transaction, whatever the payload says', async () => {
    const [tenant, other] = await Promise.all([makeTenant(), makeTenant()])
    const forged = { messageId, tenantId: other.id }
    await inTenant(system(tenant), tx => enqueueJob(tx, 'send-message', forged))
    expect(await readJobs()).toMatchObject([{ data: { messageId, tenantId: tenant.id } }])
  })

  it('queues one job of a key until it has begun, in each tenant', async () => {
    const [tenant, other] = await Promise.all([makeTenant(), makeTenant()])
    expect(await queue(tenant, { key: 'k' })).not.toBeNull()
    expect(await queue(tenant, { key: 'k' })).toBeNull()
    expect(await queue(other, { key: 'k' })).not.toBeNull()
    expect(await queue(tenant)).not.toBeNull()
    expect(await queue(tenant)).not.toBeNull()
    await asPlatform(
      tx => tx.$executeRaw`update jobs.job set state = 'active' where singleton_key like ${`${tenant.id}%`}`,
    )
    expect(await queue(tenant, { key: 'k' })).not.toBeNull()
  })

  it('refuses a queue that does not exist', async () => {
    const tenant = await makeTenant()
    const unknown = inTenant(system(tenant), tx => tx.$queryRaw`select app.enqueue_job('nonsense', '{}')`)
    await expect(unknown).rejects.toThrow(/no such queue/)
  })
})

describe('installJobs', () => {
  it('may run again, twice at once, and keeps what is queued', async () => {
    const tenant = await makeTenant()
    await queue(tenant)
    await Promise.all([installJobs(database()), installJobs(database())])
    expect(await readJobs()).toHaveLength(1)
  })
})

describe('startWorker', () => {
  it('starts a job within a moment of its commit', async () => {
    const tenant = await makeTenant()
    const done: string[] = []
    await work(async job => void done.push(job.tenantId))
    await sleep(700)
    const queuedAt = performance.now()
    await queue(tenant)
    await until(async () => done.length === 1)
    expect(done).toEqual([tenant.id])
    expect(performance.now() - queuedAt).toBeLessThan(2_000)
  })

  it('tries again later and later, and ends among the dead letters with its payload', async () => {
    const tenant = await makeTenant()
    const lastTries: boolean[] = []
    await asPlatform(tx => tx.$executeRaw`update jobs.queue set retry_limit = 2 where name = 'send-message'`)
    onTestFinished(async () => {
      await asPlatform(
        tx => tx.$executeRaw`update jobs.queue set retry_limit = 8 where name = 'send-message'`,
      )
    })
    await work(async job => {
      lastTries.push(job.lastTry)
      throw new Error('the provider is down')
    })
    const id = await queue(tenant)
    const waits: number[] = []
    for (const tries of [1, 2]) {
      const [job] = await until(async () => {
        const jobs = await readJobs()
        return jobs[0]?.state === 'retry' && lastTries.length === tries ? jobs : null
      })
      waits.push((job?.startAfter.getTime() ?? 0) - Date.now())
      await passTime()
    }
    const dead = await until(async () => (await readJobs()).find(job => job.name === 'dead-letters'))
    expect(dead).toMatchObject({ data: { messageId, tenantId: tenant.id }, sourceName: 'send-message' })
    expect((await readJobs()).find(job => job.id === id)).toMatchObject({ state: 'failed' })
    expect(lastTries).toEqual([false, false, true])
    // At least 5 s, then at least 10 s, less what passed until we looked.
    expect(waits[0]).toBeGreaterThan(3_000)
    expect(waits[1]).toBeGreaterThan(7_000)
  })

  it('puts the platform’s own rounds on their schedule and runs one that is due', async () => {
    const ran: string[] = []
    const round = (name: string) => async () => void ran.push(name)
    const worker = await startWorker({
      platformUrl: database().platformUrl,
      handlers: {},
      rounds: { hourly: round('hourly'), nightly: round('nightly'), 'admin-mail': round('admin-mail') },
      pollSeconds: 0.5,
    })
    onTestFinished(() => worker.stop())
    await asPlatform(tx => wakeRound(tx, 'admin-mail'))
    await until(async () => ran.includes('admin-mail'))
    const scheduled = await asPlatform(
      tx => tx.$queryRaw<{ name: string; cron: string }[]>`select name, cron from jobs.schedule`,
    )
    expect(Object.fromEntries(scheduled.map(({ name, cron }) => [name, cron]))).toEqual(rounds)
  })

  it('makes Stripe follow for a suspended tenant too', async () => {
    const tenant = await makeTenant()
    await asPlatform(tx =>
      tx.platformTenant.update({ where: { id: tenant.id }, data: { status: 'suspended' } }),
    )
    const done: string[] = []
    const worker = await startWorker({
      platformUrl: database().platformUrl,
      handlers: { 'sync-billing': async job => void done.push(job.tenantId) },
      pollSeconds: 0.5,
    })
    onTestFinished(() => worker.stop())
    await inTenant(system(tenant), tx => enqueueJob(tx, 'sync-billing', {}))
    await until(async () => done.length === 1)
    expect(done).toEqual([tenant.id])
  })

  it.each(['suspended', 'closed'])(
    'lets the job of a %s tenant wait without spending a try',
    async status => {
      const tenant = await makeTenant()
      await asPlatform(tx => tx.platformTenant.update({ where: { id: tenant.id }, data: { status } }))
      const done: string[] = []
      await work(async job => void done.push(job.id))
      await queue(tenant)
      const waiting = await until(async () => (await readJobs()).find(job => job.state === 'retry'))
      expect(waiting.retryCount).toBe(0)
      expect(waiting.startAfter.getTime()).toBeGreaterThan(Date.now() + 3_000_000)
      await asPlatform(tx =>
        tx.platformTenant.update({ where: { id: tenant.id }, data: { status: 'active' } }),
      )
      await passTime()
      await until(async () => done.length === 1)
      expect((await readJobs())[0]).toMatchObject({ state: 'completed', retryCount: 0 })
    },
  )

  it('drops the job of a tenant that is gone', async () => {
    const tenant = await makeTenant()
    await queue(tenant)
    await asPlatform(tx => tx.platformTenant.deleteMany({ where: { id: tenant.id } }))
    await work(() => Promise.reject(new Error('never')))
    await until(async () => (await readJobs()).some(job => job.state === 'completed'))
  })

  it('stops gracefully: a short job finishes, a long one is handed back without spending a try', async () => {
    const tenant = await makeTenant()
    const [short, long] = [await queue(tenant), await queue(tenant)]
    const begun = new Set<string>()
    const worker = await work(async job => {
      begun.add(job.id)
      if (job.id === short) return void (await sleep(700))
      await sleep(60_000, undefined, { signal: job.signal })
    }, 3_000)
    await until(async () => begun.size === 2)
    await worker.stop()
    const jobs = await readJobs()
    expect(jobs.find(job => job.id === short)).toMatchObject({ state: 'completed' })
    expect(jobs.find(job => job.id === long)).toMatchObject({ state: 'retry', retryCount: 0 })
  })
})
