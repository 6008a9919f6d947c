import { beforeAll, describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant } from '@/lib/db/in-tenant'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import {
  enterKey,
  goodKey,
  keyEntry,
  makeKeyAdmin,
  openKey,
  readKeys,
  startKeyVendor,
  systemOf,
  testKey,
} from '@/lib/testing/enter-keys'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { readJobs } from '@/lib/testing/read-jobs'
import { askTest } from './ask-test'
import { confirmKey } from './confirm-key'
import { describeKey } from './describe-key'
import { openCredential } from './open-credential'
import { readCredentials } from './read-credentials'
import { removeCredential } from './remove-credential'
import { retireKeys } from './retire-keys'
import { usesList } from './uses-list'

process.env.LOG_LEVEL = 'silent'
testDatabase()
beforeAll(async () => (await startKeyVendor()).close)

describe('a key of another service', () => {
  it('waits for its test, is then used, and is shown masked alone', async () => {
    const user = await makeKeyAdmin()
    const versionId = await enterKey(user, goodKey('one'), {
      scopes: 'full_access, full_access',
      label: 'Ours',
    })
    expect((await readKeys(user)).keys).toMatchObject([
      {
        state: 'waiting',
        testing: true,
        hints: { apiKey: '••••••••good', from: 'notices@example.com' },
        scopes: ['full_access'],
      },
    ])
    expect(await openKey(user)).toBeNull()
    expect((await readJobs()).filter(job => job.data.versionId === versionId)).toMatchObject([
      { name: 'test-credential' },
    ])
    await testKey(user, versionId)
    expect(await readKeys(user)).toMatchObject({
      label: 'Ours',
      keys: [{ state: 'active', testOutcome: 'passed', testing: false }],
    })
    expect(await openKey(user)).toMatchObject({
      versionId,
      values: { apiKey: goodKey('one'), from: 'notices@example.com' },
    })
  })

  it('is never read back, not even by the admin who entered it; whoever opens it is written down', async () => {
    const user = await makeKeyAdmin()
    const versionId = await enterKey(user, goodKey('two'))
    await testKey(user, versionId)
    await inTenant(user.context, async tx => {
      expect(await tx.credentialSecret.findMany()).toEqual([])
      const actor = { ...user.actor }
      await expect(openCredential(tx, actor, { provider: 'resend', purpose: 'send-email' })).rejects.toThrow(
        /only the system/,
      )
    })
    await inTenant(systemOf(user), tx =>
      openCredential(tx, user.actor, { provider: 'resend', purpose: 'send-email' }),
    )
    const uses = await inTenant(user.context, tx => tx.credentialUse.findMany({ orderBy: { id: 'asc' } }))
    expect(uses.map(({ purpose, via, userId }) => [purpose, via, userId])).toEqual([
      ['test-connection', 'test-credential', null],
      ['send-email', 'screen', user.actor.userId],
    ])
    const shown = await inTenant(user.context, tx => runList(tx, usesList, readListQuery(usesList, {})))
    expect(shown.rows).toMatchObject([
      { purpose: 'send-email', person: user.actor.name, number: 1 },
      { purpose: 'test-connection', person: null, via: 'test-credential' },
    ])
    const log = await inTenant(user.context, tx => tx.auditEntry.findMany())
    expect(log.map(entry => entry.action)).toEqual([
      'credential:key-entered',
      'credential:key-taken-into-use',
    ])
    expect(JSON.stringify([log, uses, await readKeys(user)])).not.toContain(goodKey('two').slice(0, -4))
  })

  it('is kept as it was when it fails its test, and says why without quoting it', async () => {
    const user = await makeKeyAdmin()
    const refused = await enterKey(user, 're_wrong_0123456789')
    await testKey(user, refused)
    expect((await readKeys(user)).keys).toMatchObject([
      { state: 'waiting', testOutcome: 'refused', testDetail: 'Resend refused the key (401).' },
    ])
    const down = await enterKey(user, 're_0123456789_down')
    await testKey(user, down)
    expect((await readKeys(user)).keys).toMatchObject([{ id: down, testOutcome: 'unreachable' }])
    const foreign = await enterKey(user, goodKey('x'), { from: 'a@elsewhere.example' })
    await testKey(user, foreign)
    expect((await readKeys(user)).keys).toMatchObject([
      { testOutcome: 'refused', testDetail: 'The domain elsewhere.example is not in this Resend account.' },
    ])
    expect(await openKey(user)).toBeNull()
    expect(
      (await runInTenant(user.context, tx => confirmKey(tx, user.actor, { versionId: foreign }))).ok,
    ).toBe(true)
    expect(await openKey(user)).toMatchObject({ versionId: foreign })
  })

  it('copied to another company, service, name or key opens nothing', async () => {
    const [user, thief] = [await makeKeyAdmin(), await makeKeyAdmin()]
    const [mine, theirs] = [await enterKey(user, goodKey('mine')), await enterKey(thief, goodKey('theirs'))]
    await testKey(user, mine)
    await testKey(thief, theirs)
    const rows = await inTenant(systemOf(user), tx =>
      tx.credentialSecret.findMany({ where: { versionId: mine } }),
    )
    const { ciphertext, wrappedKey } = rows.find(row => row.keyName === 'apiKey') ?? {}
    await inTenant(systemOf(thief), tx =>
      tx.credentialSecret.updateMany({
        where: { versionId: theirs, keyName: 'apiKey' },
        data: { ciphertext, wrappedKey },
      }),
    )
    await expect(openKey(thief)).rejects.toThrow()
    // Nor under another name of the same key, nor as another service's, nor in a later key.
    await inTenant(systemOf(user), tx =>
      tx.credentialSecret.updateMany({
        where: { versionId: mine, keyName: 'from' },
        data: { ciphertext, wrappedKey },
      }),
    )
    await expect(openKey(user)).rejects.toThrow()
    const later = await enterKey(user, goodKey('later'))
    await testKey(user, later)
    await inTenant(systemOf(user), tx =>
      tx.credentialSecret.updateMany({
        where: { versionId: later, keyName: 'apiKey' },
        data: { ciphertext, wrappedKey },
      }),
    )
    await expect(openKey(user)).rejects.toThrow()
  })
})

describe('a credential', () => {
  it('that is removed is used no more, and its secrets are erased', async () => {
    const user = await makeKeyAdmin()
    const versionId = await enterKey(user, goodKey('gone'))
    await testKey(user, versionId)
    const { id: credentialId } = await readKeys(user)
    const remove = () => runInTenant(user.context, tx => removeCredential(tx, user.actor, { credentialId }))
    expect((await remove()).ok).toBe(true)
    expect(await remove()).toMatchObject({ reason: 'not_found' })
    expect(await openKey(user)).toBeNull()
    expect(await openKey(user, versionId)).toBeNull()
    expect(await inTenant(systemOf(user), tx => retireKeys(tx, new Date()))).toMatchObject({ erased: 2 })
    const anew = await enterKey(user, goodKey('anew'))
    await testKey(user, anew)
    expect(await openKey(user)).toMatchObject({ versionId: anew })
  })

  it('is described anew without its secret, and nothing is recorded when nothing changed', async () => {
    const user = await makeKeyAdmin()
    const versionId = await enterKey(user, goodKey('one'))
    const describeAs = (expiresOn: string) =>
      runInTenant(user.context, tx =>
        describeKey(tx, user.actor, {
          versionId,
          label: '',
          scopes: ['a'],
          expiresOn: keyEntry(goodKey('x'), { expiresOn }).expiresOn,
        }),
      )
    for (const day of ['2027-01-31', '2027-01-31']) expect((await describeAs(day)).ok).toBe(true)
    expect(await readKeys(user)).toMatchObject({
      label: 'Resend',
      keys: [{ expiresOn: '2027-01-31', scopes: ['a'] }],
    })
    const entries = await inTenant(user.context, tx =>
      tx.auditEntry.findMany({ where: { action: 'credential:edited' } }),
    )
    expect(entries).toMatchObject([
      { before: { expiresOn: null, scopes: [] }, after: { expiresOn: '2027-01-31', scopes: ['a'] } },
    ])
  })

  it('is nobody’s but its admins’', async () => {
    const tenant = await makeTenant()
    const [user, manager] = [await makeUser(tenant), await makeUser(tenant, { role: 'manager' })]
    const stranger = await makeKeyAdmin()
    const versionId = await enterKey(user, goodKey('one'))
    for (const other of [manager, stranger]) {
      expect(await inTenant(other.context, tx => readCredentials(tx))).toEqual([])
      expect(await runInTenant(other.context, tx => askTest(tx, { versionId }))).toMatchObject({
        reason: 'not_found',
      })
    }
    await expect(enterKey(manager, goodKey('two'))).rejects.toThrow()
  })
})
