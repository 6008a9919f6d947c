import { describe, expect, it } from 'vitest'
import type { AdminActor } from '@/lib/auth/admin-actor'
import { asPlatform } from '@/lib/db/as-platform'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeApiToken } from '@/lib/testing/make-api-token'
import { readToken } from './read-token'
import { revokeTokens } from './revoke-tokens'
import { tokenList } from './token-list'

testDatabase()

const statesOf = async (params: string) => {
  const { rows } = await asPlatform(tx =>
    runList(tx, tokenList, readListQuery(tokenList, new URLSearchParams(params))),
  )
  return Object.fromEntries(rows.map(row => [row.id, row.state]))
}

const revoke = (admin: AdminActor, ids: string[]) =>
  asPlatform(tx => revokeTokens(tx, admin, { ids }, new Date()))

const change = (adminId: string, data: { role?: 'support'; suspendedAt?: Date; name?: string }) =>
  asPlatform(tx => tx.platformAdmin.updateMany({ where: { id: adminId }, data }))

describe('the list of API tokens', () => {
  it('says where each stands, and shows revoked ones only when asked', async () => {
    const [good, over, gone, orphan, left] = await Promise.all([
      makeApiToken(),
      makeApiToken({ now: new Date(Date.now() - 31 * 86_400_000) }),
      makeApiToken(),
      makeApiToken(),
      makeApiToken({ scopes: ['organizations:write'] }),
    ])
    await change(orphan.admin.adminId, { role: 'support' })
    await change(left.admin.adminId, { suspendedAt: new Date() })
    expect(await revoke(good.admin, [gone.id])).toMatchObject({ ok: true, value: { count: 1 } })
    expect(await statesOf('')).toEqual({
      [good.id]: 'active',
      [over.id]: 'expired',
      [orphan.id]: 'void',
      [left.id]: 'void',
    })
    expect(await statesOf('f.state=revoked')).toEqual({ [gone.id]: 'revoked' })
    const read = (id: string) => asPlatform(tx => readToken(tx, id))
    expect(await read(gone.id)).toMatchObject({ state: 'revoked', revokedBy: good.admin.name })
    expect(await read(left.id)).toMatchObject({ state: 'void', madeBy: left.admin.name, revokedAt: null })
    expect(await read(good.admin.adminId)).toBeNull()
    expect(await read('none')).toBeNull()
    expect(Object.keys(await statesOf('f.scopes=organizations:write'))).toContain(left.id)
    expect(await statesOf('f.scopes=nothing')).toEqual({})
    await change(good.admin.adminId, { name: 'Quiet Heron' })
    expect(await statesOf('q=quiet heron')).toEqual({ [good.id]: 'active' })
  })
})

describe('revokeTokens', () => {
  it('ends each once, with an entry for each, and leaves revoked ones as they were', async () => {
    const [one, two] = await Promise.all([makeApiToken(), makeApiToken()])
    await revoke(one.admin, [one.id])
    const before = await asPlatform(tx => tx.platformApiToken.findUniqueOrThrow({ where: { id: one.id } }))
    expect(await revoke(two.admin, [one.id, two.id])).toMatchObject({ ok: true, value: { count: 1 } })
    const after = await asPlatform(tx => tx.platformApiToken.findUniqueOrThrow({ where: { id: one.id } }))
    expect(after).toEqual(before)
    const entries = await asPlatform(tx =>
      tx.platformAuditEntry.findMany({ where: { adminId: two.admin.adminId, action: 'api-token:revoked' } }),
    )
    expect(entries).toHaveLength(1)
    expect(await revoke(two.admin, [one.id, two.id])).toMatchObject({ ok: false, reason: 'wrong_state' })
    expect(await revoke(two.admin, [one.admin.adminId])).toMatchObject({ ok: false, reason: 'not_found' })
  })
})
