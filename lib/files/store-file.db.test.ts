import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { readFile, readWhole } from './read-file'
import { storeFile } from './store-file'

testDatabase()

async function* streamOf(...parts: Uint8Array[]) {
  yield* parts
}
const filled = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7 + 1) % 127)

describe('storeFile', () => {
  it('keeps every byte of a file of several chunks, with its hash', async () => {
    const { actor, context } = await makeUser(await makeTenant())
    const content = [filled(900_000), filled(1_300_000), filled(3)]
    const whole = Buffer.concat(content)
    const stored = await runInTenant(context, tx =>
      storeFile(tx, actor, {
        purpose: 'import',
        name: 'C:\\up\\ roster.csv',
        body: streamOf(...content),
        maxBytes: 5e6,
      }),
    )
    if (!stored.ok) throw new Error(stored.message)
    const sha256 = createHash('sha256').update(whole).digest('hex')
    expect(stored.value).toMatchObject({ sizeBytes: 2_200_003, sha256 })
    await inTenant(context, async tx => {
      const file = await readFile(tx, stored.value.fileId)
      expect(file).toMatchObject({ name: ' roster.csv', sizeBytes: 2_200_003, sha256 })
      expect(Buffer.compare(await readWhole(file?.body ?? streamOf()), whole)).toBe(0)
    })
  })

  it.each([
    ['file_too_large', [filled(2_000_000)], undefined],
    ['file_unreadable', [], undefined],
    ['file_unreadable', [filled(10)], ['image/png']],
  ] as const)('refuses with %s and leaves nothing behind', async (reason, content, accept) => {
    const { actor, context } = await makeUser(await makeTenant())
    const result = await runInTenant(context, tx =>
      storeFile(tx, actor, {
        purpose: 'import',
        name: 'x',
        body: streamOf(...content),
        maxBytes: 1e6,
        accept,
      }),
    )
    expect(result).toMatchObject({ ok: false, reason })
    const left = await inTenant(context, async tx => [await tx.file.count(), await tx.fileChunk.count()])
    expect(left).toEqual([0, 0])
  })

  it('shows a file to nobody of another tenant, and only a logo to visitors', async () => {
    const tenant = await makeTenant()
    const owner = await makeUser(tenant)
    const stranger = await makeUser(await makeTenant())
    const store = (purpose: 'logo' | 'document') =>
      runInTenant(owner.context, tx =>
        storeFile(tx, owner.actor, { purpose, name: 'x', body: streamOf(filled(5)), maxBytes: 100 }),
      )
    const [logo, document] = [await store('logo'), await store('document')]
    if (!logo.ok || !document.ok) throw new Error('not stored')
    const seen = (context: Parameters<typeof inTenant>[0]) =>
      inTenant(context, async tx =>
        Promise.all([logo, document].map(async f => (await readFile(tx, f.value.fileId)) !== null)),
      )
    expect(await seen(owner.context)).toEqual([true, true])
    expect(await seen({ tenantId: tenant.id, sessionId: null })).toEqual([true, false])
    expect(await seen(stranger.context)).toEqual([false, false])
  })
})
