import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { readOpened, type UserActor } from '@/lib/auth/actor'
import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import { whole } from '@/lib/fraction/fraction'
import { addHomeowner } from '@/lib/homeowners/add-homeowner'
import { archiveHomeowner } from '@/lib/homeowners/archive-homeowner'
import { editHomeowner } from '@/lib/homeowners/edit-homeowner'
import { restoreHomeowner } from '@/lib/homeowners/restore-homeowner'
import { readHistory } from '@/lib/ownerships/read-history'
import { transferOwnership } from '@/lib/ownerships/transfer-ownership'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { makeOwnerships } from '@/lib/testing/make-ownerships'
import { makeUnit } from '@/lib/testing/make-unit'
import { makeUser } from '@/lib/testing/make-user'
import { type GuestContext, give, makeCompany, visit } from '@/lib/testing/make-visit'
import type { LocalDate } from '@/lib/time/local-date'

testDatabase()

const mailing = {
  phone: null,
  mailingStreet: null,
  mailingCity: null,
  mailingRegion: null,
  mailingPostalCode: null,
  mailingCountry: null,
}

/** A company with a guest, a homeowner who signs in and one who does not. */
async function makeVisited() {
  const { tenant, admin } = await makeCompany()
  const portal = await makeUser(tenant, { role: 'homeowner', email: 'joan@home.example' })
  const people = await inTenant({ tenantId: tenant.id, system: 'test' }, async tx => {
    const joan = { name: 'Joan', email: 'joan@home.example', userId: portal.actor.userId }
    const [signsIn, other] = [
      await tx.homeowner.create({ data: joan }),
      await tx.homeowner.create({ data: { name: 'Ana', email: 'ana@home.example' } }),
    ]
    return { signsIn, other }
  })
  await give(admin)
  const { context } = await visit(tenant)
  return { tenant, admin, context, ...people }
}

const asGuest = <T>(context: GuestContext, work: (tx: TenantTx, actor: UserActor) => Promise<T>) =>
  inTenant(context, (tx, answer) => {
    const { actor } = readOpened(context.tenantId, answer)
    if (!actor) throw new Error('the guest is not in')
    return work(tx, actor)
  })

const denied = /nobody's access|row-level security/

describe('a guest and the addresses that invitations go to', () => {
  it('changes no homeowner’s address, and the rest of the record only', async () => {
    const { context, other } = await makeVisited()
    const edit = (email: string, phone: string | null) =>
      asGuest(context, (tx, actor) =>
        editHomeowner(tx, actor, {
          homeownerId: other.id,
          seen: other.updatedAt.toISOString(),
          ...mailing,
          name: 'Ana',
          email,
          phone,
        }),
      )
    expect(await edit('guest@evil.example', null)).toMatchObject({
      reason: 'not_for_guests',
      fields: { email: expect.any(String) },
    })
    expect(await edit('ana@home.example', '+13055550142')).toMatchObject({ ok: true })
  })

  it('adds nobody with an address', async () => {
    const { context } = await makeVisited()
    const add = (email: string | null) =>
      asGuest(context, (tx, actor) => addHomeowner(tx, actor, { ...mailing, name: 'New', email }))
    expect(await add('guest@evil.example')).toMatchObject({ reason: 'not_for_guests' })
    expect(await add(null)).toMatchObject({ ok: true })
  })

  it('archives and restores nobody who signs in', async () => {
    const { context, admin, signsIn, other } = await makeVisited()
    const archive = (homeownerId: string) =>
      asGuest(context, (tx, actor) => archiveHomeowner(tx, actor, { homeownerId }))
    expect(await archive(signsIn.id)).toMatchObject({ reason: 'not_for_guests' })
    expect(await archive(other.id)).toMatchObject({ ok: true })
    const archived = await runInTenant(admin.context, tx =>
      archiveHomeowner(tx, admin.actor, { homeownerId: signsIn.id }),
    )
    expect(archived).toMatchObject({ ok: true })
    const restored = asGuest(context, (tx, actor) => restoreHomeowner(tx, actor, { homeownerId: signsIn.id }))
    expect(await restored).toMatchObject({ reason: 'not_for_guests' })
  })

  it('changes nothing of what somebody who signs in owns, and what others own', async () => {
    const { tenant, context, signsIn, other } = await makeVisited()
    const unit = await makeUnit(tenant)
    await makeOwnerships(tenant, { unitId: unit.id, homeownerId: other.id })
    const give = (homeownerId: string) =>
      asGuest(context, async (tx, actor) =>
        transferOwnership(tx, actor, {
          unitId: unit.id,
          seen: (await readHistory(tx, unit.id))?.seen ?? '',
          on: '2024-03-15' as LocalDate,
          owners: [{ homeownerId, share: whole }],
        }),
      )
    expect(await give(signsIn.id)).toMatchObject({ reason: 'not_for_guests' })
    const another = await makeHomeowner(tenant)
    expect(await give(another.id)).toMatchObject({ ok: true })
    const taken = asGuest(context, tx =>
      tx.ownership.updateMany({ where: { homeownerId: another.id }, data: { homeownerId: signsIn.id } }),
    )
    await expect(taken).rejects.toThrow(denied)
    await makeOwnerships(tenant, { unitId: (await makeUnit(tenant)).id, homeownerId: signsIn.id })
    const ended = asGuest(context, tx => tx.ownership.deleteMany({ where: { homeownerId: signsIn.id } }))
    await expect(ended).rejects.toThrow(denied)
  })

  it('neither writes into a file that waits to be imported, nor queues a message, nor lifts a block', async () => {
    const { tenant, context } = await makeVisited()
    await inTenant({ tenantId: tenant.id, system: 'test' }, async tx => {
      const file = { purpose: 'import', name: 'roster.csv', mediaType: 'text/csv', sizeBytes: 1n }
      await tx.file.create({ data: file })
      await tx.suppression.create({
        data: { channel: 'email', recipient: 'ana@home.example', reason: 'bounced' },
      })
    })
    const changed = await asGuest(context, async tx => [
      (await tx.file.updateMany({ data: { name: 'mine.csv' } })).count,
      (await tx.file.deleteMany()).count,
      (await tx.suppression.updateMany({ data: { reason: 'complained' } })).count,
    ])
    expect(changed).toEqual([0, 0, 0])
    const chunk = asGuest(context, async tx => {
      const { id } = await tx.file.findFirstOrThrow()
      await tx.fileChunk.create({ data: { fileId: id, position: 0, bytes: Buffer.from('x') } })
    })
    await expect(chunk).rejects.toThrow(denied)
    const message = {
      channel: 'email',
      template: 'notice',
      recipient: 'ana@home.example',
      subject: 'Hello',
      key: 'guest',
      data: {},
    }
    await expect(asGuest(context, tx => tx.message.create({ data: message }))).rejects.toThrow(denied)
  })

  it('is refused by the database whatever the screens say', async () => {
    const { context, signsIn, other } = await makeVisited()
    const email = 'guest@evil.example'
    const id = { in: [signsIn.id, other.id] }
    await expect(
      asGuest(context, tx => tx.homeowner.updateMany({ where: { id }, data: { email } })),
    ).rejects.toThrow(denied)
    await expect(
      asGuest(context, tx => tx.homeowner.create({ data: { name: 'New', email } })),
    ).rejects.toThrow(denied)
    await expect(
      asGuest(context, tx =>
        tx.homeowner.updateMany({
          where: { id: signsIn.id },
          data: { status: 'archived', archivedAt: new Date() },
        }),
      ),
    ).rejects.toThrow(denied)
    const users = await asGuest(context, tx => tx.user.updateMany({ data: { email } }))
    expect(users.count).toBe(0)
    const brought = asGuest(
      context,
      tx => tx.$executeRaw`
        with file as (insert into app.files (purpose, name, media_type, size_bytes)
          values ('import', 'roster.csv', 'text/csv', 1) returning id)
        insert into app.imports (file_id, file_name, size_bytes) select id, 'roster.csv', 1 from file`,
    )
    await expect(brought).rejects.toThrow(denied)
  })
})
