import { expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { makeTenant } from '@/lib/testing/make-tenant'
import { listNotes } from './list-notes'
import { removeNote } from './remove-note'
import { writeNote } from './write-note'

testDatabase()

it('keeps notes about a company, which their author or an owner takes back once', async () => {
  const [owner, support, tenant] = [
    await makeAdmin(),
    await makeAdmin({ role: 'support' }),
    await makeTenant(),
  ]
  const write = (body: string, by = support) =>
    asPlatform(tx => writeNote(tx, by, { tenantId: tenant.id, body }))
  const list = () => asPlatform(tx => listNotes(tx, tenant.id))
  const remove = (noteId: string, by: typeof owner) =>
    asPlatform(tx => removeNote(tx, by, { tenantId: tenant.id, noteId }))
  await write('First')
  await write('Second', owner)
  const [second, first] = await list()
  expect([second?.body, first?.body]).toEqual(['Second', 'First'])
  expect(await remove(second?.id ?? '', support)).toMatchObject({ ok: false, reason: 'forbidden' })
  expect(await remove(first?.id ?? '', owner)).toMatchObject({ ok: true })
  expect(await remove(first?.id ?? '', owner)).toMatchObject({ ok: false, reason: 'not_found' })
  expect((await list()).map(note => note.body)).toEqual(['Second'])
  expect(
    await asPlatform(tx => writeNote(tx, owner, { tenantId: crypto.randomUUID(), body: 'x' })),
  ).toMatchObject({
    ok: false,
    reason: 'not_found',
  })
})
