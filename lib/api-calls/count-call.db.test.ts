import pg from 'pg'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import type { LocalDate } from '@/lib/time/local-date'
import { countCall, flushCalls } from './count-call'
import { writeCalls } from './write-calls'

process.env.LOG_LEVEL = 'silent'
const database = testDatabase()
beforeEach(flushCalls)

const noon = new Date('2026-03-04T12:00:00Z')
const times = (count: number, work: () => unknown) => Array.from({ length: count }, work)

const written = (tenantId: TenantId) =>
  asPlatform(
    tx => tx.$queryRaw`
      select on_day::text as day, sum(calls)::int as calls from platform.api_calls
      where tenant_id = ${tenantId}::uuid group by 1 order by 1`,
  )

describe('countCall', () => {
  it('writes nothing by itself, and one row a tenant and day when flushed, by UTC days', async () => {
    const [one, two] = [await makeTenant(), await makeTenant()]
    times(5, () => countCall(one.id, noon))
    countCall(one.id, new Date('2026-03-04T23:59:59.999Z'))
    countCall(one.id, new Date('2026-03-05T00:00:00Z'))
    countCall(two.id, noon)
    expect(await written(one.id)).toEqual([])
    await flushCalls()
    expect(await written(one.id)).toEqual([
      { day: '2026-03-04', calls: 6 },
      { day: '2026-03-05', calls: 1 },
    ])
    expect(await written(two.id)).toEqual([{ day: '2026-03-04', calls: 1 }])
  })

  it('goes on counting after a flush, on days it had done with too', async () => {
    const { id } = await makeTenant()
    countCall(id, noon)
    countCall(id, new Date('2026-03-05T00:00:00Z'))
    await flushCalls()
    times(2, () => countCall(id, noon))
    await flushCalls()
    await flushCalls()
    expect(await written(id)).toEqual([
      { day: '2026-03-04', calls: 3 },
      { day: '2026-03-05', calls: 1 },
    ])
  })

  it('tells the first caller when the count is written, and flushes by itself within 15 seconds', async () => {
    const { id } = await makeTenant()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const told = countCall(id, noon)
    expect(countCall(id, noon)).toBeNull()
    vi.advanceTimersByTime(15_000)
    vi.useRealTimers()
    await told
    expect(await written(id)).toEqual([{ day: '2026-03-04', calls: 2 }])
  })

  it('keeps what it could not write, and counts nothing twice when an answer was lost', async () => {
    const { id } = await makeTenant()
    const revoke = (verb: string) =>
      asAdmin(`${verb} insert on platform.api_calls ${verb === 'revoke' ? 'from' : 'to'} portico_platform`)
    times(3, () => countCall(id, noon))
    await revoke('revoke')
    await flushCalls()
    countCall(id, noon)
    await revoke('grant')
    await flushCalls()
    expect(await written(id)).toEqual([{ day: '2026-03-04', calls: 4 }])
    const count = { counterId: crypto.randomUUID(), tenantId: id, day: '2026-03-04' as LocalDate, calls: 2 }
    await Promise.all(times(3, () => writeCalls([count])))
    await writeCalls([{ ...count, calls: 1 }])
    expect(await written(id)).toEqual([{ day: '2026-03-04', calls: 6 }])
  })

  it('drops the calls of a company that is gone, and writes the others', async () => {
    const { id } = await makeTenant()
    countCall(crypto.randomUUID() as TenantId, noon)
    countCall(id, noon)
    await flushCalls()
    expect(await written(id)).toEqual([{ day: '2026-03-04', calls: 1 }])
  })
})

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database().adminUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}
