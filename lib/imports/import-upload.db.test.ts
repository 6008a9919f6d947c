import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { beginUpload } from './begin-upload'
import { finishUpload } from './finish-upload'
import { commit, jobContext, never, preview, see, upload } from './fixtures/run-import'
import { previewImport } from './preview-import'
import { receiveChunk } from './receive-chunk'
import { startPreview } from './start-preview'

testDatabase()

async function manager(scope: 'all' | 'chosen' = 'all'): Promise<MadeUser> {
  return makeUser(await makeTenant(), { role: 'manager', scope })
}

describe('an upload', () => {
  it('is refused beyond 50 MB, with pieces missing, of the wrong length, or by limited staff', async () => {
    const user = await manager()
    const announce = (who: MadeUser, sizeBytes: number) =>
      runInTenant(who.context, tx => beginUpload(tx, who.actor, { fileName: 'a.csv', sizeBytes }))
    expect(await announce(user, 50 * 1024 * 1024 + 1)).toMatchObject({ ok: false, reason: 'file_too_large' })
    expect(await announce(await manager('chosen'), 10)).toMatchObject({ ok: false, reason: 'forbidden' })
    const begun = await announce(user, 300_000)
    if (!begun.ok) throw new Error(begun.message)
    const { importId } = begun.value
    const send = (position: number, length: number) =>
      runInTenant(user.context, tx => receiveChunk(tx, { importId, position, bytes: new Uint8Array(length) }))
    expect(await send(0, 1000)).toMatchObject({ ok: false, reason: 'file_unreadable' })
    expect(await send(2, 10)).toMatchObject({ ok: false, reason: 'file_unreadable' })
    expect(await send(0, 262_144)).toMatchObject({ ok: true })
    expect(await send(0, 262_144)).toMatchObject({ ok: true })
    const finish = () => runInTenant(user.context, tx => finishUpload(tx, user.actor, importId))
    expect(await finish()).toMatchObject({ ok: false, reason: 'wrong_state' })
    await send(1, 300_000 - 262_144)
    expect(await finish()).toMatchObject({ ok: true })
    expect(await finish()).toMatchObject({ ok: false, reason: 'wrong_state' })
    expect(await send(0, 262_144)).toMatchObject({ ok: false, reason: 'wrong_state' })
  })

  it('remembers the columns of files with the same headings', async () => {
    const user = await manager()
    const file = Buffer.from('Key,Title,Place,Size\nK1,Lakeside,Lee,4\n')
    const importId = await upload(user, file)
    await previewImport(jobContext(user), importId, never)
    expect(await see(user, importId)).toMatchObject({ state: 'inspected', kind: null })
    const columns = ['externalKey', 'name', 'county', 'units']
    await runInTenant(user.context, tx =>
      startPreview(tx, user.actor, { importId, kind: 'register', columns }),
    )
    const again = await upload(user, file)
    await previewImport(jobContext(user), again, never)
    expect(await see(user, again)).toMatchObject({
      kind: 'register',
      mapping: { externalKey: 0, name: 1, county: 2, units: 3 },
    })
    const doubled = await runInTenant(user.context, tx =>
      startPreview(tx, user.actor, { importId: again, kind: 'register', columns: ['name', 'name', '', ''] }),
    )
    expect(doubled).toMatchObject({ ok: false, reason: 'invalid' })
  })

  it('is read in whatever encoding it comes', async () => {
    const text = 'Condo Name,County,Units\nPalmière Ávila,Lee,2\n'
    for (const encoding of ['windows-1252', 'utf-16le', 'utf8']) {
      const user = await manager()
      const { id } = await preview(user, iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' }))
      await commit(user, id)
      expect(await inTenant(user.context, tx => tx.association.findMany({ select: { name: true } }))).toEqual(
        [{ name: 'Palmière Ávila' }],
      )
    }
  })
})
