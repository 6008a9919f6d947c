import { beforeAll, describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import {
  enterKey,
  goodKey,
  makeKeyAdmin,
  openKey,
  readKeys,
  startKeyVendor,
  systemOf,
  testKey,
} from '@/lib/testing/enter-keys'
import { confirmKey } from './confirm-key'
import { discardKey } from './discard-key'
import { retireKeys } from './retire-keys'

process.env.LOG_LEVEL = 'silent'
testDatabase()
beforeAll(async () => (await startKeyVendor()).close)

describe('replacing a key', () => {
  it('uses the old one until the new one has passed, keeps it for a grace, then erases it', async () => {
    const user = await makeKeyAdmin()
    const first = await enterKey(user, goodKey('first'))
    await testKey(user, first)
    const second = await enterKey(user, goodKey('second'))
    expect(await openKey(user)).toMatchObject({ versionId: first })
    await testKey(user, second)
    expect(await openKey(user)).toMatchObject({ versionId: second })
    expect(await openKey(user, first)).toMatchObject({ values: { apiKey: goodKey('first') } })
    expect((await readKeys(user)).keys.map(key => key.state)).toEqual(['active', 'leaving'])
    const tend = (hours: number) =>
      inTenant(systemOf(user), tx => retireKeys(tx, new Date(Date.now() + hours * 3_600_000)))
    expect(await tend(71)).toEqual({ retired: 0, erased: 0 })
    expect(await tend(73)).toEqual({ retired: 1, erased: 2 })
    expect(await openKey(user, first)).toBeNull()
    expect(await openKey(user)).toMatchObject({ versionId: second })
  })

  it('leaves one key in use, whoever is first', async () => {
    const user = await makeKeyAdmin()
    const ids = await Promise.all(
      ['a', 'b', 'c', 'd'].map(which => enterKey(user, goodKey(which)).catch(() => null)),
    )
    const entered = ids.filter(id => id !== null)
    expect(entered.length).toBeGreaterThan(0)
    const last = await enterKey(user, goodKey('last'))
    await Promise.all([...entered, last, last].map(id => testKey(user, id)))
    const confirmations = await Promise.all(
      [...entered, last].map(versionId =>
        runInTenant(user.context, tx => confirmKey(tx, user.actor, { versionId })),
      ),
    )
    expect(confirmations.filter(result => result.ok)).toHaveLength(1)
    expect((await readKeys(user)).keys).toMatchObject([{ id: last, state: 'active' }])
  })

  it('may be given up; one in use may not', async () => {
    const user = await makeKeyAdmin()
    const first = await enterKey(user, goodKey('first'))
    await testKey(user, first)
    const second = await enterKey(user, goodKey('second'))
    const discard = (versionId: string) =>
      runInTenant(user.context, tx => discardKey(tx, user.actor, { versionId }))
    expect(await discard(first)).toMatchObject({ ok: false, reason: 'wrong_state' })
    expect(await discard(second)).toMatchObject({ ok: true })
    expect(await discard(second)).toMatchObject({ ok: false, reason: 'not_found' })
    await testKey(user, second)
    expect(await openKey(user)).toMatchObject({ versionId: first })
  })
})
