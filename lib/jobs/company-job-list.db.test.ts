import { describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { companyJobList } from './company-job-list'
import { retryDeadLetters } from './retry-dead-letters'

testDatabase()

type Given = { name?: string; state?: string; source?: string; minutesAgo: number }

async function put(
  tenant: MadeTenant,
  { name = 'send-message', state = 'created', source, minutesAgo }: Given,
) {
  const data = { messageId: '00000000-0000-7000-8000-000000000001', tenantId: tenant.id }
  const [row] = await asPlatform(
    tx => tx.$queryRaw<{ id: string }[]>`
      insert into jobs.job (name, data, state, output, source_name, source_retry_count, retry_count, created_on)
      values (${name}, ${data}, ${state}::jobs.job_state, '{"message": "it broke"}', ${source ?? null},
        ${source ? 8 : null}::int, 2, now() - ${minutesAgo} * interval '1 minute')
      returning id::text`,
  )
  return row?.id ?? ''
}

const read = async (tenant: MadeTenant, params = '') => {
  const list = companyJobList(tenant.id)
  const { rows } = await asPlatform(tx => runList(tx, list, readListQuery(list, new URLSearchParams(params))))
  return rows
}

describe('a company’s jobs', () => {
  it('have those given up first, then what is to be done, then what was', async () => {
    const [tenant, other] = [await makeTenant(), await makeTenant()]
    await put(other, { minutesAgo: 1 })
    await put(tenant, { state: 'completed', minutesAgo: 1 })
    await put(tenant, { state: 'failed', minutesAgo: 1 })
    await put(tenant, { state: 'created', minutesAgo: 2 })
    await put(tenant, { state: 'active', minutesAgo: 3 })
    await put(tenant, { state: 'retry', minutesAgo: 4 })
    const dead = await put(tenant, { name: 'dead-letters', source: 'sync-billing', minutesAgo: 5 })
    await put(tenant, { name: 'dead-letters', state: 'completed', source: 'sync-billing', minutesAgo: 5 })
    const rows = await read(tenant)
    expect(rows.map(({ state }) => state)).toEqual(['given-up', 'retry', 'active', 'created', 'completed'])
    expect(rows[0]).toMatchObject({ id: dead, job: 'sync-billing', tries: 9, error: 'it broke' })
    expect(rows[4]).toMatchObject({ error: null })
    expect(await read(tenant, 'f.state=given-up')).toMatchObject([{ id: dead }])
    expect(await read(other)).toHaveLength(1)
  })

  it('are tried again where they were given up, and it is said of how many', async () => {
    const [tenant, admin] = [await makeTenant(), await makeAdmin({ role: 'support' })]
    const dead = await put(tenant, { name: 'dead-letters', source: 'send-message', minutesAgo: 5 })
    const waiting = await put(tenant, { minutesAgo: 1 })
    const retry = (ids: string[]) => asPlatform(tx => retryDeadLetters(tx, admin, { ids }))
    expect(await retry([dead, waiting])).toMatchObject({
      ok: true,
      value: { count: 1, message: '1 of 2; the others are not given up' },
    })
    expect((await read(tenant)).map(({ state }) => state)).toEqual(['created', 'created'])
    expect(await retry([waiting])).toMatchObject({ ok: false, reason: 'not_found' })
  })
})
