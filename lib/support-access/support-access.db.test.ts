import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { endVisit } from '@/lib/auth/end-visit'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { arrive, enter, give, look, makeCompany, visit } from '@/lib/testing/make-visit'
import { enterSupport } from './enter-support'
import { readStanding } from './read-standing'
import { revokeSupport } from './revoke-support'

const database = testDatabase()

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
