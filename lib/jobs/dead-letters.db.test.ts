import { beforeEach, describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { readJobs } from '@/lib/testing/read-jobs'
import { deadLetterList } from './dead-letter-list'
import { discardDeadLetters } from './discard-dead-letters'
import { readDeadLetter } from './read-dead-letter'
import { retryDeadLetters } from './retry-dead-letters'
import { withoutPeople } from './without-people'

testDatabase()
const messageId = '00000000-0000-7000-8000-000000000001'
beforeEach(() => asPlatform(tx => tx.$executeRaw`delete from jobs.job`))

async function die(tenant: MadeTenant): Promise<string> {
  const data = { messageId, tenantId: tenant.id }
  const rows = await asPlatform(
    tx => tx.$queryRaw<{ id: string }[]>`
      insert into jobs.job (name, data, output, source_name, source_id, source_created_on, source_retry_count)
      values ('dead-letters', ${data}, '{"message": "the provider is down"}', 'send-message', gen_random_uuid(), now(), 8)
      returning id::text`,
  )
  return rows[0]?.id ?? ''
}

describe('dead letters', () => {
  it('are listed with tenant, tries and error, and read one by one', async () => {
    const tenant = await makeTenant({ name: 'Harbor Management' })
    const id = await die(tenant)
    const listed = await asPlatform(tx =>
      runList(tx, deadLetterList, readListQuery(deadLetterList, { q: 'harbor' })),
    )
    expect(listed.rows).toMatchObject([
      { id, job: 'send-message', tenant: 'Harbor Management', tries: 9, error: 'the provider is down' },
    ])
    const none = await asPlatform(tx =>
      runList(tx, deadLetterList, readListQuery(deadLetterList, { q: 'nobody' })),
    )
    expect(none.rows).toEqual([])
    expect(await asPlatform(tx => readDeadLetter(tx, id))).toMatchObject({
      queue: 'send-message',
      data: { messageId },
      error: 'the provider is down',
      tenant: { name: 'Harbor Management' },
    })
  })

  it('go back into their queue with all their tries, once', async () => {
    const [admin, tenant] = [await makeAdmin(), await makeTenant()]
    const id = await die(tenant)
    const retry = () => asPlatform(tx => retryDeadLetters(tx, admin, { ids: [id] }))
    expect(await retry()).toMatchObject({ ok: true, value: { count: 1 } })
    expect(await retry()).toMatchObject({ ok: false, reason: 'not_found' })
    expect(await readJobs()).toMatchObject([
      { name: 'send-message', state: 'created', retryCount: 0, data: { messageId, tenantId: tenant.id } },
    ])
  })

  it('are thrown away, with an entry in the audit log', async () => {
    const [admin, tenant] = [await makeAdmin(), await makeTenant()]
    const id = await die(tenant)
    await asPlatform(tx => discardDeadLetters(tx, admin, { ids: [id] }))
    expect(await readJobs()).toEqual([])
    const audit = await asPlatform(tx => tx.platformAuditEntry.findMany({ where: { tenantId: tenant.id } }))
    expect(audit).toMatchObject([{ action: 'job:discarded', detail: { job: 'send-message', id } }])
  })
})

describe('withoutPeople', () => {
  it('takes addresses and numbers out of errors', () => {
    const error = 'Invalid `to`: "Ana" <ana.diaz+x@example.com>, +1 (305) 555-0142; status 422'
    expect(withoutPeople(error)).toBe('Invalid `to`: "Ana" <[address]>, [number]; status 422')
  })
})
