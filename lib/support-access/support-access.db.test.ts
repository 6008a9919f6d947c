import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { recordGuest } from '@/lib/audit/record-guest'
import { readOpened } from '@/lib/auth/actor'
import type { AdminRole } from '@/lib/auth/admin-actor'
import { beginVisit } from '@/lib/auth/begin-visit'
import { endVisit } from '@/lib/auth/end-visit'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { enterSupport } from './enter-support'
import { grantSupport } from './grant-support'
import { listGrants } from './list-grants'
import { readStanding } from './read-standing'
import { revokeSupport } from './revoke-support'

const database = testDatabase()
const device = { address: 'direct', userAgent: 'a test' }

/** As an administrator of the database, past every guard: how a test moves the clock of a row. */
async function asOwner(statement: string, values: unknown[]): Promise<void> {
  const client = new pg.Client(database().adminUrl)
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query(statement, values)
  } finally {
    await client.end()
  }
}

async function makeCompany() {
  const tenant = await makeTenant()
  return { tenant, admin: await makeUser(tenant) }
}

async function give(by: MadeUser, hours = 4): Promise<string> {
  const granted = await runInTenant(by.context, tx =>
    grantSupport(tx, by.actor, { purpose: 'Look at the import', hours }),
  )
  if (!granted.ok) throw new Error(granted.message)
  return granted.value.id
}

const enter = async (tenant: MadeTenant, role: AdminRole = 'support') => {
  const admin = await makeAdmin({ role })
  return { admin, entered: await asPlatform(tx => enterSupport(tx, admin, { tenantId: tenant.id })) }
}

const arrive = (tenant: MadeTenant, url: string) =>
  beginVisit(
    { ...tenant, name: 'Company', status: 'active', domain: null },
    { token: url.split('/').at(-1) ?? '' },
    device,
  )

async function visit(tenant: MadeTenant) {
  const { admin, entered } = await enter(tenant)
  if (!entered.ok) throw new Error(entered.message)
  const begun = await arrive(tenant, entered.value.url)
  if (!begun.ok) throw new Error(begun.message)
  return { admin, context: { tenantId: tenant.id, sessionId: begun.value.sessionId } }
}

type Context = Awaited<ReturnType<typeof visit>>['context']
const look = (context: Context) =>
  inTenant(context, async (_, answer) => readOpened(context.tenantId, answer))

describe('support access', () => {
  it('lets a guest in under leave, who is nobody of the company', async () => {
    const { tenant, admin } = await makeCompany()
    await give(admin)
    const guest = await visit(tenant)
    const { state, actor } = await look(guest.context)
    expect(state).toBe('signed-in')
    expect(actor).toMatchObject({ userId: null, name: guest.admin.name, role: 'manager' })
    expect((actor?.guest?.until.getTime() ?? 0) - Date.now()).toBeGreaterThan(3.9 * 3_600_000)
    const [context] = await inTenant(
      guest.context,
      tx => tx.$queryRaw<object[]>`
        select app.current_user_id() as person, app.current_audience() as audience, app.is_staff() as staff,
          app.holds('settings:write') as holds, app.decides_access() as decides`,
    )
    expect(context).toEqual({ person: null, audience: 'guest', staff: true, holds: false, decides: false })
  })

  it('is refused without leave, and under another company’s', async () => {
    const [ours, theirs] = [await makeCompany(), await makeCompany()]
    expect((await enter(ours.tenant)).entered).toMatchObject({ ok: false, reason: 'no_leave' })
    await give(theirs.admin)
    expect((await enter(ours.tenant)).entered).toMatchObject({ ok: false, reason: 'no_leave' })
    const guest = await visit(theirs.tenant)
    const elsewhere = await look({ ...guest.context, tenantId: ours.tenant.id })
    expect(elsewhere).toMatchObject({ state: 'revoked', actor: null })
  })

  it('is refused to billing admins and to suspended ones, at the door and inside', async () => {
    const { tenant, admin } = await makeCompany()
    await give(admin)
    expect((await enter(tenant, 'billing')).entered).toMatchObject({ reason: 'no_leave' })
    const guest = await visit(tenant)
    await asPlatform(tx =>
      tx.platformAdmin.update({ where: { id: guest.admin.adminId }, data: { suspendedAt: new Date() } }),
    )
    expect(await look(guest.context)).toMatchObject({ state: 'revoked', actor: null })
    const again = await asPlatform(tx => enterSupport(tx, guest.admin, { tenantId: tenant.id }))
    expect(again).toMatchObject({ reason: 'no_leave' })
  })

  it('ends with the very next request after it is taken back', async () => {
    const { tenant, admin } = await makeCompany()
    const grantId = await give(admin)
    const guest = await visit(tenant)
    expect((await look(guest.context)).actor).not.toBeNull()
    const revoked = await runInTenant(admin.context, tx => revokeSupport(tx, admin.actor, { grantId }))
    expect(revoked.ok).toBe(true)
    expect(await look(guest.context)).toMatchObject({ state: 'revoked', actor: null })
    expect((await enter(tenant)).entered).toMatchObject({ reason: 'no_leave' })
    const again = await runInTenant(admin.context, tx => revokeSupport(tx, admin.actor, { grantId }))
    expect(again).toMatchObject({ reason: 'not_found' })
  })

  it('ends when its time is over', async () => {
    const { tenant, admin } = await makeCompany()
    const grantId = await give(admin, 1)
    const guest = await visit(tenant)
    await asOwner(
      `update app.support_grants set created_at = now() - interval '61 minutes', expires_at = now() - interval '1 second' where id = $1`,
      [grantId],
    )
    expect(await look(guest.context)).toMatchObject({ state: 'expired', actor: null })
    expect((await enter(tenant)).entered).toMatchObject({ reason: 'no_leave' })
    expect(await asPlatform(tx => readStanding(tx, tenant.id))).toBeNull()
  })

  it('ends after an idle hour, which every request begins anew', async () => {
    const { tenant, admin } = await makeCompany()
    await give(admin)
    const guest = await visit(tenant)
    const idle = (minutes: number) =>
      asOwner(
        'update app.support_visits set last_seen_at = now() - make_interval(mins => $2) where id = $1',
        [guest.context.sessionId, minutes],
      )
    await idle(59)
    expect((await look(guest.context)).state).toBe('signed-in')
    const seen = await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
      tx.supportVisit.findFirstOrThrow({ where: { id: guest.context.sessionId } }),
    )
    expect(Date.now() - seen.lastSeenAt.getTime()).toBeLessThan(60_000)
    await idle(60)
    expect(await look(guest.context)).toMatchObject({ state: 'expired', actor: null })
  })

  it('ends when the guest leaves', async () => {
    const { tenant, admin } = await makeCompany()
    await give(admin)
    const guest = await visit(tenant)
    const { actor } = await look(guest.context)
    if (!actor) throw new Error('nobody is there')
    await endVisit(guest.context, actor)
    expect(await look(guest.context)).toMatchObject({ state: 'revoked', actor: null })
  })

  it('is handed over once, and within two minutes', async () => {
    const { tenant, admin } = await makeCompany()
    await give(admin)
    const { entered } = await enter(tenant)
    if (!entered.ok) throw new Error(entered.message)
    const arrivals = await Promise.all([1, 2, 3].map(() => arrive(tenant, entered.value.url)))
    expect(arrivals.filter(arrival => arrival.ok)).toHaveLength(1)
    const late = await enter(tenant)
    if (!late.entered.ok) throw new Error(late.entered.message)
    await asOwner(
      `update app.support_visits set created_at = now() - interval '121 seconds' where handed_over_at is null and tenant_id = $1`,
      [tenant.id],
    )
    expect(await arrive(tenant, late.entered.value.url)).toMatchObject({ reason: 'link_spent' })
  })

  it('before it is handed over opens nothing, though its id be known', async () => {
    const { tenant, admin } = await makeCompany()
    await give(admin)
    await enter(tenant)
    const { id } = await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
      tx.supportVisit.findFirstOrThrow({ select: { id: true } }),
    )
    expect(await look({ tenantId: tenant.id, sessionId: id })).toMatchObject({ state: 'revoked' })
  })
})

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
    const write = (context: Context, data: object) =>
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
