import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { until } from '@/lib/testing/until'
import { enqueueJob } from './enqueue-job'
import type { JobHandler } from './job-names'
import { startWorker, type WorkerOptions } from './start-worker'

process.env.LOG_LEVEL = 'silent'
const database = testDatabase()
beforeEach(() => asPlatform(tx => tx.$executeRaw`delete from jobs.job`))

const messageId = '00000000-0000-7000-8000-000000000001'
const system = (tenant: MadeTenant) => ({ tenantId: tenant.id, system: 'test' })
const queue = (tenant: MadeTenant) =>
  inTenant(system(tenant), tx => enqueueJob(tx, 'send-message', { messageId }))

async function work(options: Pick<WorkerOptions, 'handlers' | 'rounds'>) {
  const worker = await startWorker({ platformUrl: database().platformUrl, pollSeconds: 0.5, ...options })
  onTestFinished(() => worker.stop())
}

describe('one company’s jobs', () => {
  it('leave room for those of others when they take their time', async () => {
    const [slow, other] = await Promise.all([makeTenant(), makeTenant()])
    for (let n = 0; n < 6; n += 1) await queue(slow)
    await queue(other)
    const begun: string[] = []
    const enough = new AbortController()
    const handler: JobHandler<'send-message'> = async ({ tenantId }) => {
      begun.push(tenantId)
      if (tenantId === slow.id)
        await sleep(20_000, undefined, { signal: enough.signal }).catch(() => undefined)
    }
    await work({ handlers: { 'send-message': handler } })
    await until(async () => begun.includes(other.id))
    expect(begun.filter(id => id === slow.id).length).toBeLessThan(4)
    enough.abort()
    await until(async () => begun.length === 7)
  })

  it('start no round of the platform’s, and carry no job of another’s', async () => {
    const [tenant, other] = await Promise.all([makeTenant(), makeTenant()])
    const ran: string[] = []
    const round = async () => void ran.push('round')
    await work({
      handlers: { 'send-message': async ({ tenantId }) => void ran.push(tenantId) },
      rounds: { hourly: round, nightly: round, 'admin-mail': round },
    })
    // What the queue itself schedules with: a job whose payload is another job.
    const forged = { name: 'send-message', data: { messageId, tenantId: other.id } }
    for (const name of ['__pgboss__send-it', 'hourly', 'dead-letters']) {
      const asked = inTenant(system(tenant), tx => tx.$queryRaw`select app.enqueue_job(${name}, ${forged})`)
      await expect(asked, name).rejects.toThrow(/no such queue/)
    }
    await queue(tenant)
    await until(async () => ran.length > 0)
    expect(ran).toEqual([tenant.id])
  })
})
