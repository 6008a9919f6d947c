import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAssociation } from '@/lib/testing/make-association'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { cancelImport } from './cancel-import'
import { commitImport } from './commit-import'
import { findImport } from './find-import'
import { begin, columnsOf, commit, jobContext, never, preview, see, upload } from './fixtures/run-import'
import { previewImport } from './preview-import'
import { receiveChunk } from './receive-chunk'
import { startPreview } from './start-preview'

testDatabase()

const excerpt = readFileSync(new URL('./fixtures/florida-register-excerpt.csv', import.meta.url))

async function manager(): Promise<MadeUser> {
  return makeUser(await makeTenant(), { role: 'manager' })
}

/** A register of many associations, enough for several batches. */
const register = (rows: number, units = 3) =>
  Buffer.from(
    [
      'Project Number,Condo Name,County,Units',
      ...Array.from({ length: rows }, (_, i) => `K${i},Association ${i},Lee,${units}`),
    ].join('\n'),
  )

/** A signal that breaks off at the nth time it is asked. */
function breaksOffAt(times: number): AbortSignal {
  const controller = new AbortController()
  const { signal } = controller
  let asked = 0
  signal.throwIfAborted = () => {
    if (++asked >= times) throw new Error('killed')
  }
  return signal
}

const count = (user: MadeUser) =>
  inTenant(user.context, async tx => ({
    associations: await tx.association.count(),
    units: await tx.unit.count(),
  }))

async function confirm(user: MadeUser, importId: string): Promise<void> {
  await previewImport(jobContext(user), importId, never)
  const { header, mapping } = await see(user, importId)
  await runInTenant(user.context, tx =>
    startPreview(tx, user.actor, { importId, kind: 'register', columns: columnsOf(header, mapping) }),
  )
}

describe('a worker that dies', () => {
  it('loses nothing and repeats nothing, in the dry run and in the commit', async () => {
    const user = await manager()
    const importId = await upload(user, register(1750))
    await confirm(user, importId)
    await expect(previewImport(jobContext(user), importId, breaksOffAt(3))).rejects.toThrow('killed')
    expect(await see(user, importId)).toMatchObject({ state: 'previewing', newCount: 1000 })
    await previewImport(jobContext(user), importId, never)
    expect(await see(user, importId)).toMatchObject({ state: 'previewed', newCount: 1750, refusedCount: 0 })

    await begin(user, importId)
    await expect(commitImport(jobContext(user), importId, breaksOffAt(4))).rejects.toThrow('killed')
    const half = await see(user, importId)
    expect(half).toMatchObject({ state: 'committing', rowsDone: 1200 })
    expect(await count(user)).toEqual({ associations: 1200, units: 3600 })
    await commitImport(jobContext(user), importId, never)
    const done = await see(user, importId)
    expect(done).toMatchObject({
      state: 'done',
      rowsDone: 1750,
      written: { associationsCreated: 1750, unitsCreated: 5250 },
    })
    expect(done.control?.equal).toBe(true)
    await commitImport(jobContext(user), importId, never)
    expect(await count(user)).toEqual({ associations: 1750, units: 5250 })
  })

  it('shares the work with one that was taken for dead', async () => {
    const user = await manager()
    const importId = await upload(user, register(2500))
    await confirm(user, importId)
    await Promise.all([1, 2].map(() => previewImport(jobContext(user), importId, never)))
    expect(await see(user, importId)).toMatchObject({ state: 'previewed', newCount: 2500, refusedCount: 0 })
    await begin(user, importId)
    await Promise.all([1, 2].map(() => commitImport(jobContext(user), importId, never)))
    expect(await see(user, importId)).toMatchObject({ state: 'done', rowsDone: 2500 })
    expect(await count(user)).toEqual({ associations: 2500, units: 7500 })
  })
})

describe('two imports of one tenant at once', () => {
  it('do not make anything twice', async () => {
    const user = await manager()
    const [one, two] = [await preview(user, register(900)), await preview(user, register(900))]
    for (const { id } of [one, two]) await begin(user, id)
    await Promise.all([one, two].map(({ id }) => commitImport(jobContext(user), id, never)))
    expect(await count(user)).toEqual({ associations: 900, units: 2700 })
    for (const { id } of [one, two])
      expect(await see(user, id)).toMatchObject({ state: 'done', control: { equal: true } })
  })
})

describe('cancelling', () => {
  it('stops before the next batch and keeps what is written', async () => {
    const user = await manager()
    const { id } = await preview(user, register(1500))
    await begin(user, id)
    await expect(commitImport(jobContext(user), id, breaksOffAt(2))).rejects.toThrow('killed')
    await runInTenant(user.context, tx => cancelImport(tx, user.actor, id))
    await commitImport(jobContext(user), id, never)
    expect(await see(user, id)).toMatchObject({ state: 'cancelled', rowsDone: 400 })
    expect(await count(user)).toEqual({ associations: 400, units: 1200 })
    expect(await runInTenant(user.context, tx => cancelImport(tx, user.actor, id))).toMatchObject({
      ok: false,
      reason: 'wrong_state',
    })
    expect(await commit(user, (await preview(user, register(1500))).id)).toMatchObject({
      written: { associationsCreated: 1100 },
    })
  })

  it('makes a restarted dry run start from nothing', async () => {
    const user = await manager()
    const importId = await upload(user, register(2500))
    await confirm(user, importId)
    await expect(previewImport(jobContext(user), importId, breaksOffAt(2))).rejects.toThrow('killed')
    const { header, mapping } = await see(user, importId)
    const columns = columnsOf(header, mapping).map(field => (field === 'units' ? '' : field))
    await runInTenant(user.context, tx =>
      startPreview(tx, user.actor, { importId, kind: 'register', columns }),
    )
    await previewImport(jobContext(user), importId, never)
    expect(await see(user, importId)).toMatchObject({ newCount: 2500 })
    expect(await commit(user, importId)).toMatchObject({
      written: { associationsCreated: 2500, unitsCreated: 0 },
    })
  })
})

describe('another tenant', () => {
  it('sees nothing of an import and can do nothing to it', async () => {
    const [owner, other] = [await manager(), await manager()]
    const { id } = await preview(owner, excerpt)
    expect(await inTenant(other.context, tx => findImport(tx, id))).toBeNull()
    expect(await begin(other, id)).toMatchObject({ ok: false, reason: 'not_found' })
    expect(await runInTenant(other.context, tx => cancelImport(tx, other.actor, id))).toMatchObject({
      ok: false,
      reason: 'not_found',
    })
    const piece = { importId: id, position: 0, bytes: new Uint8Array(1) }
    expect(await runInTenant(other.context, tx => receiveChunk(tx, piece))).toMatchObject({
      ok: false,
      reason: 'not_found',
    })
    await begin(owner, id)
    await commitImport(jobContext(other), id, never)
    expect(await see(owner, id)).toMatchObject({ state: 'committing', rowsDone: 0 })
  })
})

describe('many rows', () => {
  it('a hundred thousand associations are checked and written', async () => {
    const user = await manager()
    const dry = await preview(user, register(100_000, 0))
    expect(dry).toMatchObject({ newCount: 100_000, refusedCount: 0 })
    const done = await commit(user, dry.id)
    expect(done).toMatchObject({
      rowsDone: 100_000,
      written: { associationsCreated: 100_000 },
      control: { equal: true },
    })
  }, 300_000)

  it('ten thousand owners are written with every share whole', async () => {
    const tenant = await makeTenant()
    const user = await makeUser(tenant, { role: 'manager' })
    const { id } = await makeAssociation(tenant, { name: 'Big' })
    const addUnits = (tx: TenantTx) =>
      tx.$executeRaw`
        insert into app.units (association_id, label) select ${id}::uuid, n::text from generate_series(1, 5000) n`
    await inTenant({ tenantId: tenant.id, system: 'test' }, addUnits)
    const line = (i: number) => `Big,${Math.floor(i / 2) + 1},Owner ${i},o${i}@example.com,2020-01-01`
    const lines = Array.from({ length: 10_000 }, (_, i) => line(i))
    const dry = await preview(
      user,
      Buffer.from(['Association,Unit,Name,Email,Owner since', ...lines].join('\n')),
    )
    expect(dry).toMatchObject({ newCount: 10_000, refusedCount: 0 })
    const done = await commit(user, dry.id)
    expect(done).toMatchObject({
      written: { homeownersCreated: 10_000, ownershipsStarted: 10_000 },
      control: { equal: true },
    })
  }, 120_000)
})
