import { globSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import { asPlatform } from '@/lib/db/as-platform'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { adminFace } from '@/lib/testing/request-faces'
import { platformAction } from './platform-entry'
import { requestFace } from './request-face'
import { ok, refuse } from './result'

vi.mock('./request-face', () => ({ requestFace: vi.fn() }))
vi.mock('@/lib/log/log', () => ({ log: () => ({ error: () => undefined }) }))

testDatabase()
afterEach(() => vi.mocked(requestFace).mockReset())

/** Lets a request come from an admin. */
function from(admin: AdminActor): void {
  vi.mocked(requestFace).mockResolvedValue(adminFace(admin.sessionId))
}

const spec = { can: 'admin:manage' as const, input: z.object({}) }
const rename = (tx: Parameters<Parameters<typeof asPlatform>[0]>[0], admin: AdminActor) =>
  tx.platformAdmin.update({ where: { id: admin.adminId }, data: { name: 'Renamed' } })
const nameOf = async ({ adminId }: AdminActor) =>
  (await asPlatform(tx => tx.platformAdmin.findUniqueOrThrow({ where: { id: adminId } }))).name

describe('an act of a platform admin', () => {
  it('that leaves no entry in the audit log is not kept', async () => {
    const admin = await makeAdmin()
    from(admin)
    const forgetful = platformAction(spec, async ({ tx }) => {
      await rename(tx, admin)
      return ok()
    })
    await expect(forgetful({})).rejects.toThrow(/Something went wrong/)
    expect(await nameOf(admin)).toBe(admin.name)
  })

  it('that leaves one is kept, and one that is refused needs none', async () => {
    const admin = await makeAdmin()
    from(admin)
    const careful = platformAction(spec, async ({ tx }) => {
      await rename(tx, admin)
      await recordPlatformAudit(tx, admin, { action: 'admin:renamed' })
      return ok()
    })
    expect(await careful({})).toMatchObject({ ok: true })
    expect(await nameOf(admin)).toBe('Renamed')
    expect(await platformAction(spec, async () => refuse('conflict'))({})).toMatchObject({
      reason: 'conflict',
    })
  })

  it('is made by this wrapper and no other way: no page of the dashboard writes', () => {
    const writes = /\b(create|createMany|update|updateMany|upsert|delete|deleteMany|\$executeRaw)\(/
    const found = globSync('app/admin/**/*.{ts,tsx}').filter(file => writes.test(readFileSync(file, 'utf8')))
    expect(found).toEqual([])
  })
})
