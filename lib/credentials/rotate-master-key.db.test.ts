import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { sealFactorKey } from '@/lib/admins/factor-key'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { newId } from '@/lib/db/new-id'
import { projectRoot } from '@/lib/dev/paths'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { type KeyRing, keyRing } from '@/lib/vault/key-ring'
import { openSecret, sealSecret } from '@/lib/vault/seal'

testDatabase()

const fresh = Buffer.alloc(32, 7)
const after: KeyRing = [{ id: 'fresh', key: fresh }]
const keysEach = 60

/** A company with many keys, sealed under the ring of now. */
async function keepMany(): Promise<MadeTenant> {
  const tenant = await makeTenant()
  await inTenant({ tenantId: tenant.id, system: 'test' }, async tx => {
    const { id: credentialId } = await tx.credential.create({
      data: { provider: 'stripe', label: 'Stripe' },
      select: { id: true },
    })
    for (let number = 1; number <= keysEach; number += 1) {
      const versionId = newId()
      await tx.credentialVersion.createMany({ data: [{ id: versionId, credentialId, number, hints: {} }] })
      const place = { tenantId: tenant.id, provider: 'stripe', keyName: 'secretKey', versionId }
      const sealed = sealSecret(keyRing(), place, `sk_live_${number}`)
      await tx.credentialSecret.createMany({ data: [{ versionId, keyName: 'secretKey', ...sealed }] })
    }
  })
  return tenant
}

async function openAll(tenant: MadeTenant, ring: KeyRing) {
  const rows = await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.credentialSecret.findMany({ orderBy: { versionId: 'asc' } }),
  )
  const opened = rows.map(row => {
    const { versionId, keyName } = row
    return openSecret(ring, { tenantId: tenant.id, provider: 'stripe', keyName, versionId }, row)
  })
  return { opened: opened.sort(), under: rows.map(row => row.masterKeyId) }
}

/** Runs `npm run vault:rotate`; `onBatch` hears of each batch as it is told. */
function rotate(onBatch: (kill: () => void) => void) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/worker/run-vault-rotate.ts', '5'], {
    cwd: projectRoot,
    env: {
      ...process.env,
      LOG_LEVEL: 'info',
      VAULT_KEYS: `fresh:${fresh.toString('base64')},${process.env.VAULT_KEYS}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: {
    msg?: string
    wrapped?: number
    tenants?: number
    admins?: number
    unopened?: unknown
    adminsUnopened?: string[]
  }[] = []
  createInterface(child.stdout).on('line', line => {
    const told = JSON.parse(line)
    lines.push(told)
    if (told.msg === 'secrets wrapped anew') onBatch(() => child.kill('SIGKILL'))
  })
  return once(child, 'close').then(([code, signal]) => ({ code, signal, lines }))
}

describe('rotating the master key', () => {
  it('killed half way loses nothing, goes on where it was, and does nothing twice', async () => {
    const tenants = [await keepMany(), await keepMany()]
    const { adminId } = await makeAdmin()
    await asPlatform(tx =>
      tx.platformAdmin.updateMany({
        where: { id: adminId },
        data: { factorSecret: sealFactorKey(adminId, Buffer.from('twenty bytes of a key')) },
      }),
    )
    const secrets = Array.from({ length: keysEach }, (_, at) => `sk_live_${at + 1}`).sort()
    let batches = 0
    const killed = await rotate(kill => {
      batches += 1
      if (batches === 14) kill()
    })
    expect(killed.signal).toBe('SIGKILL')
    const half = await Promise.all(tenants.map(tenant => openAll(tenant, [...after, ...keyRing()])))
    for (const { opened } of half) expect(opened).toEqual(secrets)
    const moved = half.flatMap(({ under }) => under).filter(id => id === 'fresh').length
    expect(moved).toBeGreaterThanOrEqual(70)
    expect(moved).toBeLessThan(2 * keysEach)
    expect(moved % 5).toBe(0)

    const resumed = await rotate(() => undefined)
    expect(resumed.lines.at(-1)).toMatchObject({ tenants: 2, wrapped: 2 * keysEach - moved, admins: 1 })
    for (const tenant of tenants) {
      // The earlier master key may now be thrown away.
      const { opened, under } = await openAll(tenant, after)
      expect(opened).toEqual(secrets)
      expect(new Set(under)).toEqual(new Set(['fresh']))
    }
    const idle = await rotate(() => undefined)
    expect(idle.lines.at(-1)).toMatchObject({ wrapped: 0, admins: 0 })
  }, 60_000)

  it('is not held up by a secret that no key of the ring opens: it names it, goes on and says so at the end', async () => {
    const [first, second] = [await keepMany(), await keepMany()]
    const system = { tenantId: first.id, system: 'test' }
    const spoilt = await inTenant(system, async tx => {
      const [row] = await tx.credentialSecret.findMany({ orderBy: { versionId: 'asc' }, skip: 7, take: 1 })
      if (!row) throw new Error('there are too few')
      const { versionId, keyName } = row
      await tx.credentialSecret.updateMany({ where: { versionId }, data: { masterKeyId: 'lost' } })
      return { versionId, keyName }
    })
    const admins = await Promise.all([makeAdmin(), makeAdmin()])
    const [lost] = admins
    for (const { adminId } of admins) {
      const sealed = sealFactorKey(adminId, Buffer.from('twenty bytes of a key'))
      const factorSecret = adminId === lost?.adminId ? sealed.replace(/^[^.]+/, 'lost') : sealed
      await asPlatform(tx => tx.platformAdmin.updateMany({ where: { id: adminId }, data: { factorSecret } }))
    }
    const { code, lines } = await rotate(() => undefined)
    expect(code).toBe(1)
    expect(lines.find(line => line.msg === 'vault rotation done')).toMatchObject({
      wrapped: 2 * keysEach - 1,
      unopened: 1,
      admins: 1,
    })
    expect(lines.flatMap(({ unopened }) => (Array.isArray(unopened) ? unopened : []))).toEqual([spoilt])
    expect(lines.at(-1)).toMatchObject({ adminsUnopened: [lost?.adminId] })
    await asPlatform(tx =>
      tx.platformAdmin.updateMany({ where: { id: lost?.adminId }, data: { factorSecret: null } }),
    )
    expect(new Set((await openAll(second, after)).under)).toEqual(new Set(['fresh']))
    // With the key that did seal it, nothing is lost.
    await inTenant(system, tx =>
      tx.credentialSecret.updateMany({
        where: { versionId: spoilt.versionId },
        data: { masterKeyId: keyRing()[0].id },
      }),
    )
    const again = await rotate(() => undefined)
    expect([again.code, again.lines.at(-1)]).toMatchObject([0, { wrapped: 1, unopened: 0 }])
  }, 60_000)
})
