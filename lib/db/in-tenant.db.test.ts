import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildWorld, type World } from '@/lib/isolation/build-world'
import { testDatabase } from '@/lib/testing/create-test-database'
import { inTenant, type TenantContext, type TenantId, type TenantTx } from './in-tenant'
import { pools } from './pools'
import { readRows } from './read-rows'
import { sql } from './sql'

const database = testDatabase()
let world: World

beforeAll(async () => {
  const admin = new pg.Client(database().adminUrl)
  await admin.connect()
  world = await buildWorld(admin)
  await admin.end()
})

const tenant = (name: 'a' | 'b') => world.tenantId(name) as TenantId
const system = (name: 'a' | 'b'): TenantContext => ({ tenantId: tenant(name), system: 'test' })

/** Looks at every idle connection of the pool without a context. */
async function leftovers() {
  const clients = await Promise.all(
    Array.from({ length: pools().app.options.max }, () => pools().app.connect()),
  )
  try {
    const seen = await Promise.all(
      clients.map(client =>
        client.query(`select current_setting('app.current_tenant', true) as tenant,
          current_setting('app.current_role', true) as role, (select count(*)::int from app.units) as units`),
      ),
    )
    return seen.map(result => result.rows[0])
  } finally {
    for (const client of clients) client.release()
  }
}

const clean = { tenant: expect.toBeOneOf([null, '']), role: expect.toBeOneOf([null, '']), units: 0 }

async function expectClean() {
  const rows = await leftovers()
  expect(rows).toEqual(rows.map(() => clean))
}

describe('inTenant', () => {
  it('shows one tenant its own rows', async () => {
    const labels = (tx: TenantTx) => tx.unit.findMany({ select: { tenantId: true } })
    const rows = await inTenant(system('a'), labels)
    expect(new Set(rows.map(r => r.tenantId))).toEqual(new Set([tenant('a')]))
    expect(rows.length).toBe(2)
  })

  it('leaves no statement at work whose time is over', async () => {
    const name = 'nobody_waits_for_this'
    const slow = inTenant(system('a'), tx => tx.$queryRawUnsafe(`select pg_sleep(30) as ${name}`), {
      timeoutMs: 300,
    })
    await expect(slow).rejects.toThrow(/longer than 300 ms|statement timeout/)
    const admin = new pg.Client(database().adminUrl)
    await admin.connect()
    const atWork = async () =>
      (
        await admin.query(
          `select from pg_stat_activity where state = 'active' and query like $1 and pid <> pg_backend_pid()`,
          [`%${name}%`],
        )
      ).rowCount
    await expect.poll(atWork, { timeout: 5_000 }).toBe(0)
    await admin.end()
  })

  it('keeps a hundred concurrent transactions of two tenants apart', async () => {
    const seen = await Promise.all(
      Array.from({ length: 100 }, (_, i) => (i % 2 ? 'a' : 'b') as 'a' | 'b').map(async name => {
        const rows = await inTenant(system(name), tx => tx.unit.findMany({ select: { tenantId: true } }))
        return rows.every(row => row.tenantId === tenant(name)) && rows.length === 2
      }),
    )
    expect(seen.every(Boolean)).toBe(true)
  })

  it('leaves nothing behind after work that succeeds', async () => {
    await inTenant(system('a'), tx => tx.unit.count())
    await expectClean()
  })

  it('leaves nothing behind after an error in the work', async () => {
    const failing = inTenant(system('a'), async tx => {
      await tx.unit.count()
      throw new Error('meant')
    })
    await expect(failing).rejects.toThrow('meant')
    await expectClean()
  })

  it('leaves nothing behind after an error in the database', async () => {
    await expect(inTenant(system('a'), tx => tx.$queryRaw`select 1 / 0`)).rejects.toThrow('division by zero')
    await expectClean()
  })

  it('leaves nothing behind after a statement that ran out of time', async () => {
    const slow = inTenant(system('a'), async tx => {
      await tx.$executeRaw`set local statement_timeout = 50`
      await tx.$queryRaw`select 1 as done from pg_sleep(5)`
    })
    await expect(slow).rejects.toThrow('statement timeout')
    await expectClean()
  })

  it('leaves nothing behind after a transaction that ran out of time', async () => {
    const slow = inTenant(system('a'), tx => tx.$queryRaw`select 1 as done from pg_sleep(1)`, {
      timeoutMs: 100,
    })
    await expect(slow).rejects.toThrow()
    await new Promise(resolve => setTimeout(resolve, 1_200))
    await expectClean()
  })

  it('leaves nothing behind after the server ended the connection', async () => {
    const admin = new pg.Client(database().adminUrl)
    await admin.connect()
    const killed = inTenant(system('a'), async tx => {
      const [row] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`
      await admin.query('select pg_terminate_backend($1)', [row?.pid])
      await tx.unit.count()
    })
    await expect(killed).rejects.toThrow()
    await admin.end()
    await expectClean()
  })

  it('takes no statement once it is over, whichever way it would go', async () => {
    let kept: TenantTx | undefined
    await inTenant(system('a'), async tx => {
      kept = tx
    })
    await expect(kept?.unit.count()).rejects.toThrow()
    await expect(kept && readRows(kept, sql`select 1 as one`)).rejects.toThrow('is over')
    await inTenant(system('a'), async tx => {
      kept = tx
      await tx.unit.count()
    })
    await expect(kept?.unit.count()).rejects.toThrow()
    await expectClean()
  })

  it('shares one transaction between Prisma and what is written out', async () => {
    const seen = await inTenant(system('a'), async tx => {
      const [before] = await readRows<{ id: string }>(tx, sql`select pg_current_xact_id()::text as id`)
      const [after] = await tx.$queryRaw<{ id: string }[]>`select pg_current_xact_id()::text as id`
      return [before?.id, after?.id]
    })
    expect(seen[0]).toBe(seen[1])
  })

  it('does not pretend to keep what a failed statement undid', async () => {
    const caught = inTenant(system('a'), async tx => {
      await tx.$queryRaw`select 1 / 0`.catch(() => undefined)
      return 'kept'
    })
    await expect(caught).rejects.toThrow('nothing was kept')
    await expectClean()
  })

  it('works with Prisma nowhere else', async () => {
    await expect(pools().tenantPrisma.unit.count()).rejects.toThrow('within inTenant')
  })

  it('refuses an id that is not a uuid before it reaches the database', async () => {
    const forged = { tenantId: "x'; drop table app.units; --" as TenantId, sessionId: null }
    await expect(inTenant(forged, tx => tx.unit.count())).rejects.toThrow('must be a lower-case uuid')
  })

  it('takes the identity from the session, not from the caller', async () => {
    const open = (session: string | null, name: 'a' | 'b' = 'a') =>
      inTenant({ tenantId: tenant(name), sessionId: session }, async (tx, answer) => ({
        answer,
        units: await tx.unit.count(),
      }))
    expect(await open(world.id('a', 'sessions', 'own'))).toMatchObject({
      answer: { state: 'signed-in' },
      units: 1,
    })
    expect(await open(world.id('b', 'sessions', 'own'))).toMatchObject({
      answer: { state: 'revoked' },
      units: 0,
    })
    expect(await open(null)).toMatchObject({ answer: { state: 'anonymous', user: null }, units: 0 })
  })
})
