import pg from 'pg'
import { expect, it } from 'vitest'
import { measured } from '@/lib/action/request-meter'
import { asPlatform } from '@/lib/db/as-platform'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { recordRequests } from './record-requests'

const database = testDatabase()

it('writes each request once, with its time and whether it broke', async () => {
  const [one, other] = [await makeTenant(), await makeTenant()]
  await measured(one.id, async () => 'done')
  await expect(
    measured(one.id, async () => {
      throw new Error('broken')
    }),
  ).rejects.toThrow('broken')
  await measured(other.id, async () => 'done')
  expect(await recordRequests()).toBe(3)
  expect(await recordRequests()).toBe(0)
  await measured(one.id, async () => 'done')
  expect(await recordRequests()).toBe(1)
  const rows = await asPlatform(tx => tx.platformRequestHour.findMany({ where: { tenantId: one.id } }))
  const sum = (of: (row: (typeof rows)[number]) => bigint) => rows.reduce((all, row) => all + of(row), 0n)
  expect([sum(row => row.requests), sum(row => row.errors)]).toEqual([3n, 1n])
})

it('keeps what could not be written for the next time', async () => {
  const tenant = await makeTenant()
  await measured(tenant.id, async () => 'done')
  const rename = (from: string, to: string) => administrate(`alter table platform.${from} rename to ${to}`)
  await rename('request_hours', 'away')
  await expect(recordRequests()).rejects.toThrow()
  await measured(tenant.id, async () => 'done')
  await rename('away', 'request_hours')
  expect(await recordRequests()).toBe(2)
})

async function administrate(sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: database().adminUrl })
  await admin.connect()
  await admin.query(sql).finally(() => admin.end())
}
