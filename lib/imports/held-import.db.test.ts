import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { applyAccountEvent } from '@/lib/accounts/apply-account-event'
import type { AccountState } from '@/lib/auth/account'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { startWorker } from '@/lib/jobs/start-worker'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { readJobs } from '@/lib/testing/read-jobs'
import { until } from '@/lib/testing/until'
import { commitImport } from './commit-import'
import { begin, jobContext, never, preview, see } from './fixtures/run-import'
import { commitImportJob } from './import-jobs'
import { progressOf } from './read-progress'

process.env.LOG_LEVEL = 'silent'
const database = testDatabase()
beforeEach(() => asPlatform(tx => tx.$executeRaw`delete from jobs.job`))

const rows = 900

/** An import of a register that somebody began, which no worker has taken yet. */
async function begun(): Promise<{ user: MadeUser; importId: string }> {
  const user = await makeUser(await makeTenant(), { role: 'manager' })
  const lines = Array.from({ length: rows }, (_, i) => `K${i},Association ${i},Lee,0`)
  const { id } = await preview(
    user,
    Buffer.from(['Project Number,Condo Name,County,Units', ...lines].join('\n')),
  )
  expect(await begin(user, id)).toMatchObject({ ok: true })
  return { user, importId: id }
}

const stand = ({ context }: MadeUser, state: AccountState) =>
  asPlatform(tx => tx.platformAccount.updateMany({ where: { tenantId: context.tenantId }, data: { state } }))

const written = ({ context }: MadeUser) => inTenant(context, tx => tx.association.count())

const commitJob = async () => (await readJobs()).find(({ name }) => name === 'commit-import')

describe('the import of a company that may not write', () => {
  it('waits without spending a try, and goes on by itself when the company may', async () => {
    const { user, importId } = await begun()
    await stand(user, 'read_only')
    const sent: string[] = []
    const worker = await startWorker({
      platformUrl: database().platformUrl,
      handlers: {
        'commit-import': commitImportJob,
        'send-message': async ({ data }) => void sent.push(data.messageId),
      },
      pollSeconds: 0.5,
    })
    onTestFinished(() => worker.stop())
    const held = await until(async () => {
      const job = await commitJob()
      return job && (job.state === 'retry' || job.state === 'completed') ? job : null
    })
    expect(held).toMatchObject({ state: 'retry', retryCount: 0 })
    expect(held.startAfter.getTime()).toBeGreaterThan(Date.now() + 3_000_000)
    expect(await written(user)).toBe(0)
    const waiting = await see(user, importId)
    expect(waiting).toMatchObject({ state: 'committing', rowsDone: 0 })
    expect(progressOf(waiting, { state: 'read_only' })).toMatchObject({ held: true })
    expect(progressOf(waiting, { state: 'active' })).toMatchObject({ held: false })
    // What writes nothing of the company's is done whatever its standing.
    await inTenant(jobContext(user), tx => enqueueJob(tx, 'send-message', { messageId: importId }))
    await until(async () => sent.length === 1)

    const paid = { type: 'payment_method_added' } as const
    await asPlatform(tx => applyAccountEvent(tx, user.context.tenantId, paid, { now: new Date() }))
    await until(async () => (await see(user, importId)).state === 'done')
    expect(progressOf(await see(user, importId), { state: 'read_only' })).toMatchObject({ held: false })
    expect(await written(user)).toBe(rows)
    expect(await until(async () => (await commitJob())?.state === 'completed')).toBe(true)
  })

  it('is no failed one, even on its last try', async () => {
    const { user, importId } = await begun()
    await stand(user, 'suspended')
    const { tenantId } = user.context
    const job = { id: importId, tenantId, data: { importId }, signal: never, lastTry: true }
    await expect(commitImportJob(job)).rejects.toThrow('may not write')
    expect(await written(user)).toBe(0)
    await stand(user, 'active')
    await commitImportJob(job)
    expect(await see(user, importId)).toMatchObject({ state: 'done', rowsDone: rows })
  })

  it('stops before its next batch, and goes on behind the last', async () => {
    const { user, importId } = await begun()
    let asked = 0
    const signal = new AbortController().signal
    signal.throwIfAborted = () => {
      if (++asked > 1) throw new Error('killed')
    }
    await expect(commitImport(jobContext(user), importId, signal)).rejects.toThrow('killed')
    for (const state of ['read_only', 'suspended', 'cancelled'] as const) {
      await stand(user, state)
      await expect(commitImport(jobContext(user), importId, never), state).rejects.toThrow('may not write')
      expect(await written(user)).toBe(400)
    }
    await stand(user, 'past_due')
    await commitImport(jobContext(user), importId, never)
    expect(await see(user, importId)).toMatchObject({
      state: 'done',
      rowsDone: rows,
      written: { associationsCreated: rows },
      control: { equal: true },
    })
  })

  it('asks when its batch’s turn has come', async () => {
    const { user, importId } = await begun()
    const commit = await inTenant(jobContext(user), async tx => {
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('imports ' || app.current_tenant()::text, 0))::text`
      const waiting = commitImport(jobContext(user), importId, never).then(
        () => 'written',
        (error: Error) => error.message,
      )
      await until(() => waitsForLock())
      await stand(user, 'read_only')
      return { waiting }
    })
    expect(await commit.waiting).toContain('may not write')
    expect(await written(user)).toBe(0)
  })
})

async function waitsForLock(): Promise<boolean> {
  const waiting = await asPlatform(
    tx => tx.$queryRaw<unknown[]>`
      select 1 from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`,
  )
  return waiting.length > 0
}
