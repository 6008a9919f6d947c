import { describe, expect, it } from 'vitest'
import { recordGuest } from '@/lib/audit/record-guest'
import { readOpened } from '@/lib/auth/actor'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeUser } from '@/lib/testing/make-user'
import { type GuestContext, give, makeCompany, visit } from '@/lib/testing/make-visit'
import { listGrants } from './list-grants'

testDatabase()

describe('the logs of support access', () => {
  it('hold every step under the guest’s own name, in the company’s and in the platform’s', async () => {
    const { tenant, admin } = await makeCompany()
    await give(admin)
    const guest = await visit(tenant)
    await inTenant(guest.context, async (tx, answer) => {
      const { actor } = readOpened(tenant.id, answer)
      if (!actor) throw new Error('nobody is there')
      await recordGuest(tx, actor, { action: 'support:viewed', path: '/manage/units?q=7' })
      await recordGuest(tx, actor, { action: 'support:acted', path: '/manage/units', as: 'unit:write' })
    })
    const who = {
      userId: null,
      via: 'support',
      guestName: guest.admin.name,
      visitId: guest.context.sessionId,
    }
    const entries = await inTenant(admin.context, tx =>
      tx.auditEntry.findMany({ where: { visitId: { not: null } }, orderBy: { id: 'asc' } }),
    )
    expect(entries).toMatchObject([
      { ...who, action: 'support:entered', subjectLabel: 'Look at the import' },
      { ...who, action: 'support:viewed', subjectLabel: '/manage/units?q=7' },
      { ...who, action: 'support:acted', after: { permission: 'unit:write' } },
    ])
    const [grant] = await inTenant(admin.context, tx => listGrants(tx, new Date()))
    expect(grant).toMatchObject({ inForce: true, visits: [{ adminName: guest.admin.name, steps: 2 }] })
    const platform = await asPlatform(tx =>
      tx.platformAuditEntry.findMany({ where: { tenantId: tenant.id } }),
    )
    expect(platform).toMatchObject([
      { action: 'support:entered', adminId: guest.admin.adminId, detail: { visit: guest.context.sessionId } },
    ])
  })

  it('take no other name from a guest, and a guest’s from nobody else', async () => {
    const { tenant, admin } = await makeCompany()
    await give(admin)
    const guest = await visit(tenant)
    const base = { action: 'unit:edited', subjectType: 'unit' }
    const write = (context: GuestContext, data: object) =>
      inTenant(context, tx => tx.auditEntry.createMany({ data: [{ ...base, ...data }] }))
    await write(guest.context, { via: 'support' })
    for (const forged of [
      {},
      { via: 'support', userId: admin.actor.userId },
      { via: 'support', guestName: 'Eve' },
    ])
      await expect(write(guest.context, forged)).rejects.toThrow()
    for (const forged of [
      { via: 'support', guestName: 'Eve', visitId: guest.context.sessionId },
      { via: 'support', userId: admin.actor.userId, guestName: 'Eve', visitId: guest.context.sessionId },
    ])
      await expect(write(admin.context, forged)).rejects.toThrow()
  })
})

describe('leave', () => {
  it('is given by admins alone, for seven days at most, and only ever taken back', async () => {
    const { tenant, admin } = await makeCompany()
    const manager = await makeUser(tenant, { role: 'manager' })
    await expect(give(manager)).rejects.toThrow(/row-level security/)
    await expect(give(admin, 169)).rejects.toThrow()
    const grantId = await give(admin)
    const longer = { expiresAt: new Date(Date.now() + 6 * 86_400_000) }
    await expect(
      inTenant(admin.context, tx => tx.supportGrant.updateMany({ where: { id: grantId }, data: longer })),
    ).rejects.toThrow(/revoked and nothing else/)
    const guest = await visit(tenant)
    const own = {
      purpose: 'Stay longer',
      expiresAt: new Date(Date.now() + 3_600_000),
      createdBy: admin.actor.userId,
    }
    await expect(inTenant(guest.context, tx => tx.supportGrant.create({ data: own }))).rejects.toThrow()
  })
})
