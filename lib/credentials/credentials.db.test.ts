import { beforeAll, describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { readJobs } from '@/lib/testing/read-jobs'
import { startVendor, type Vendor } from '@/lib/testing/start-vendor'
import { askTest } from './ask-test'
import { confirmKey } from './confirm-key'
import { describeKey } from './describe-key'
import { discardKey } from './discard-key'
import { enterKey } from './enter-key'
import { openCredential } from './open-credential'
import { readCredentials } from './read-credentials'
import { removeCredential } from './remove-credential'
import { retireKeys } from './retire-keys'
import { enterKeySchema } from './schema'
import { testCredential } from './test-credential'

process.env.LOG_LEVEL = 'silent'
testDatabase()
let vendor: Vendor
beforeAll(async () => {
  // Takes keys that end in `good`, and knows one verified domain.
  vendor = await startVendor(({ headers }) => {
    if (headers.authorization?.endsWith('down')) return { status: 503, body: {} }
    if (!headers.authorization?.endsWith('good'))
      return { status: 401, body: { message: 'API key is invalid' } }
    return { status: 200, body: { data: [{ name: 'example.com', status: 'verified' }] } }
  })
  process.env.RESEND_BASE_URL = vendor.url
  return vendor.close
})

const secret = (which: string) => `re_${which}_0123456789_good`
const entry = (apiKey: string, more: object = {}) =>
  enterKeySchema.parse({ provider: 'resend', apiKey, from: 'notices@example.com', ...more })

const enter = async ({ context, actor }: MadeUser, apiKey: string, more: object = {}) => {
  const entered = await runInTenant(context, tx => enterKey(tx, actor, entry(apiKey, more)))
  if (!entered.ok) throw new Error(entered.message)
  return entered.value.versionId
}
const system = ({ actor }: MadeUser) => ({ tenantId: actor.tenantId, system: 'test' })
const test = ({ actor: { tenantId } }: MadeUser, versionId: string) =>
  testCredential({
    id: 'job',
    tenantId,
    data: { versionId },
    signal: new AbortController().signal,
    lastTry: false,
  })
const read = async (user: MadeUser) => {
  const [credential] = await inTenant(user.context, tx => readCredentials(tx))
  if (!credential) throw new Error('no credential')
  return credential
}
const open = ({ actor }: MadeUser, versionId?: string) =>
  inTenant({ tenantId: actor.tenantId, system: 'test' }, tx =>
    openCredential(
      tx,
      { kind: 'system', tenantId: actor.tenantId, purpose: 'test' },
      { provider: 'resend', purpose: 'send-email', versionId },
    ),
  )
const admin = async () => makeUser(await makeTenant())

describe('a key of another service', () => {
  it('waits for its test, is then used, and is shown masked alone', async () => {
    const user = await admin()
    const versionId = await enter(user, secret('one'), { scopes: 'full_access, full_access', label: 'Ours' })
    expect((await read(user)).keys).toMatchObject([
      {
        state: 'waiting',
        testing: true,
        hints: { apiKey: '••••••••good', from: 'notices@example.com' },
        scopes: ['full_access'],
      },
    ])
    expect(await open(user)).toBeNull()
    expect((await readJobs()).filter(job => job.data.versionId === versionId)).toMatchObject([
      { name: 'test-credential' },
    ])
    await test(user, versionId)
    expect(await read(user)).toMatchObject({
      label: 'Ours',
      keys: [{ state: 'active', testOutcome: 'passed', testing: false }],
    })
    expect(await open(user)).toMatchObject({
      versionId,
      values: { apiKey: secret('one'), from: 'notices@example.com' },
    })
  })

  it('is never read back, not even by the admin who entered it; whoever opens it is written down', async () => {
    const user = await admin()
    const versionId = await enter(user, secret('two'))
    await test(user, versionId)
    await inTenant(user.context, async tx => {
      expect(await tx.credentialSecret.findMany()).toEqual([])
      const actor = { ...user.actor }
      await expect(openCredential(tx, actor, { provider: 'resend', purpose: 'send-email' })).rejects.toThrow(
        /only the system/,
      )
    })
    await inTenant(system(user), tx =>
      openCredential(tx, user.actor, { provider: 'resend', purpose: 'send-email' }),
    )
    const uses = await inTenant(user.context, tx => tx.credentialUse.findMany({ orderBy: { id: 'asc' } }))
    expect(uses.map(({ purpose, via, userId }) => [purpose, via, userId])).toEqual([
      ['test-connection', 'test-credential', null],
      ['send-email', 'screen', user.actor.userId],
    ])
    const log = await inTenant(user.context, tx => tx.auditEntry.findMany())
    expect(log.map(entry => entry.action)).toEqual([
      'credential:key-entered',
      'credential:key-taken-into-use',
    ])
    expect(JSON.stringify([log, uses, await read(user)])).not.toContain(secret('two').slice(0, -4))
  })

  it('is kept as it was when it fails its test, and says why without quoting it', async () => {
    const user = await admin()
    const refused = await enter(user, 're_wrong_0123456789')
    await test(user, refused)
    expect((await read(user)).keys).toMatchObject([
      { state: 'waiting', testOutcome: 'refused', testDetail: 'Resend refused the key (401).' },
    ])
    const down = await enter(user, 're_0123456789_down')
    await test(user, down)
    expect((await read(user)).keys).toMatchObject([{ id: down, testOutcome: 'unreachable' }])
    const foreign = await enter(user, secret('x'), { from: 'a@elsewhere.example' })
    await test(user, foreign)
    expect((await read(user)).keys).toMatchObject([
      { testOutcome: 'refused', testDetail: 'The domain elsewhere.example is not in this Resend account.' },
    ])
    expect(await open(user)).toBeNull()
    expect(
      (await runInTenant(user.context, tx => confirmKey(tx, user.actor, { versionId: foreign }))).ok,
    ).toBe(true)
    expect(await open(user)).toMatchObject({ versionId: foreign })
  })

  it('copied to another company, service, name or key opens nothing', async () => {
    const [user, thief] = [await admin(), await admin()]
    const [mine, theirs] = [await enter(user, secret('mine')), await enter(thief, secret('theirs'))]
    await test(user, mine)
    await test(thief, theirs)
    const rows = await inTenant(system(user), tx =>
      tx.credentialSecret.findMany({ where: { versionId: mine } }),
    )
    const { ciphertext, wrappedKey } = rows.find(row => row.keyName === 'apiKey') ?? {}
    await inTenant(system(thief), tx =>
      tx.credentialSecret.updateMany({
        where: { versionId: theirs, keyName: 'apiKey' },
        data: { ciphertext, wrappedKey },
      }),
    )
    await expect(open(thief)).rejects.toThrow()
    // Nor under another name of the same key, nor as another service's, nor in a later key.
    await inTenant(system(user), tx =>
      tx.credentialSecret.updateMany({
        where: { versionId: mine, keyName: 'from' },
        data: { ciphertext, wrappedKey },
      }),
    )
    await expect(open(user)).rejects.toThrow()
    const later = await enter(user, secret('later'))
    await test(user, later)
    await inTenant(system(user), tx =>
      tx.credentialSecret.updateMany({
        where: { versionId: later, keyName: 'apiKey' },
        data: { ciphertext, wrappedKey },
      }),
    )
    await expect(open(user)).rejects.toThrow()
  })
})

describe('replacing a key', () => {
  it('uses the old one until the new one has passed, keeps it for a grace, then erases it', async () => {
    const user = await admin()
    const first = await enter(user, secret('first'))
    await test(user, first)
    const second = await enter(user, secret('second'))
    expect(await open(user)).toMatchObject({ versionId: first })
    await test(user, second)
    expect(await open(user)).toMatchObject({ versionId: second })
    expect(await open(user, first)).toMatchObject({ values: { apiKey: secret('first') } })
    expect((await read(user)).keys.map(key => key.state)).toEqual(['active', 'leaving'])
    const tend = (hours: number) =>
      inTenant(system(user), tx => retireKeys(tx, new Date(Date.now() + hours * 3_600_000)))
    expect(await tend(71)).toEqual({ retired: 0, erased: 0 })
    expect(await tend(73)).toEqual({ retired: 1, erased: 2 })
    expect(await open(user, first)).toBeNull()
    expect(await open(user)).toMatchObject({ versionId: second })
  })

  it('leaves one key in use, whoever is first', async () => {
    const user = await admin()
    const ids = await Promise.all(
      ['a', 'b', 'c', 'd'].map(which => enter(user, secret(which)).catch(() => null)),
    )
    const entered = ids.filter(id => id !== null)
    expect(entered.length).toBeGreaterThan(0)
    const last = await enter(user, secret('last'))
    await Promise.all([...entered, last, last].map(id => test(user, id)))
    const confirmations = await Promise.all(
      [...entered, last].map(versionId =>
        runInTenant(user.context, tx => confirmKey(tx, user.actor, { versionId })),
      ),
    )
    expect(confirmations.filter(result => result.ok)).toHaveLength(1)
    expect((await read(user)).keys).toMatchObject([{ id: last, state: 'active' }])
  })

  it('may be given up; one in use may not', async () => {
    const user = await admin()
    const first = await enter(user, secret('first'))
    await test(user, first)
    const second = await enter(user, secret('second'))
    const discard = (versionId: string) =>
      runInTenant(user.context, tx => discardKey(tx, user.actor, { versionId }))
    expect(await discard(first)).toMatchObject({ ok: false, reason: 'wrong_state' })
    expect(await discard(second)).toMatchObject({ ok: true })
    expect(await discard(second)).toMatchObject({ ok: false, reason: 'not_found' })
    await test(user, second)
    expect(await open(user)).toMatchObject({ versionId: first })
  })
})

describe('a credential', () => {
  it('that is removed is used no more, and its secrets are erased', async () => {
    const user = await admin()
    const versionId = await enter(user, secret('gone'))
    await test(user, versionId)
    const { id: credentialId } = await read(user)
    const remove = () => runInTenant(user.context, tx => removeCredential(tx, user.actor, { credentialId }))
    expect((await remove()).ok).toBe(true)
    expect(await remove()).toMatchObject({ reason: 'not_found' })
    expect(await open(user)).toBeNull()
    expect(await open(user, versionId)).toBeNull()
    expect(await inTenant(system(user), tx => retireKeys(tx, new Date()))).toMatchObject({ erased: 2 })
    const anew = await enter(user, secret('anew'))
    await test(user, anew)
    expect(await open(user)).toMatchObject({ versionId: anew })
  })

  it('is described anew without its secret, and nothing is recorded when nothing changed', async () => {
    const user = await admin()
    const versionId = await enter(user, secret('one'))
    const describeAs = (expiresOn: string) =>
      runInTenant(user.context, tx =>
        describeKey(tx, user.actor, {
          versionId,
          label: '',
          scopes: ['a'],
          expiresOn: entry(secret('x'), { expiresOn }).expiresOn,
        }),
      )
    for (const day of ['2027-01-31', '2027-01-31']) expect((await describeAs(day)).ok).toBe(true)
    expect(await read(user)).toMatchObject({
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
    const stranger = await admin()
    const versionId = await enter(user, secret('one'))
    for (const other of [manager, stranger]) {
      expect(await inTenant(other.context, tx => readCredentials(tx))).toEqual([])
      expect(await runInTenant(other.context, tx => askTest(tx, { versionId }))).toMatchObject({
        reason: 'not_found',
      })
    }
    await expect(enter(manager, secret('two'))).rejects.toThrow()
  })
})
