import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { changeRole } from '@/lib/people/change-role'
import { invitePerson } from '@/lib/people/invite-person'
import { restorePerson } from '@/lib/people/restore-person'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { readLimit } from './read-limit'

testDatabase()

/** A company on the Basic plan, which allows five, with some of its people. */
async function basic(people: number, kind: 'rentals' | 'associations' = 'rentals') {
  const tenant = await makeTenant({ kind })
  const where = { tenantId: tenant.id, kind: 'tier' }
  await asPlatform(tx => tx.platformSubscription.updateMany({ where, data: { planVersionId: 'basic-1' } }))
  const admin = await makeUser(tenant)
  const system = { tenantId: tenant.id, system: 'test' }
  await inTenant(system, tx =>
    tx.user.updateMany({ where: { id: admin.actor.userId ?? '' }, data: { emailVerifiedAt: new Date() } }),
  )
  for (let made = 1; made < people; made += 1) await makeUser(tenant, { role: 'staff' })
  const invite = (name: string, role: 'staff' | 'homeowner' = 'staff') =>
    runInTenant(admin.context, tx =>
      invitePerson(tx, admin.actor, { name, role, email: `${name}@${tenant.slug}.example` }),
    )
  const use = () => inTenant(admin.context, tx => readLimit(tx, 'users'))
  const suspendedAt = (userId: string, at: Date | null) =>
    inTenant(system, tx => tx.user.updateMany({ where: { id: userId }, data: { suspendedAt: at } }))
  const warnings = () => inTenant(system, tx => tx.message.findMany({ where: { template: 'notice' } }))
  return { tenant, admin, system, invite, use, suspendedAt, warnings }
}

describe('the limit of team members', () => {
  it('lets one of fifty in who come at the same time when one place is left', async () => {
    const { invite, use } = await basic(4)
    const results = await Promise.all(Array.from({ length: 50 }, (_, n) => invite(`new-${n}`)))
    expect(results.filter(result => result.ok)).toHaveLength(1)
    const reasons = new Set(results.flatMap(result => (result.ok ? [] : [result.reason])))
    expect([...reasons].filter(reason => reason !== 'busy')).toEqual(['limit_reached'])
    expect(await use()).toMatchObject({ used: 5, allowed: 5, state: 'reached' })
  }, 60_000)

  it('names the plan, what it allows, and the one that has room', async () => {
    const { invite } = await basic(5)
    expect(await invite('sixth')).toEqual({
      ok: false,
      reason: 'limit_reached',
      message: 'Your Basic plan allows 5 team members, and all are in use. Upgrade to Pro for 20.',
      link: { href: '/manage/settings/billing', label: 'See plans' },
    })
  })

  it('holds for restoring somebody and for making a portal person a colleague', async () => {
    const { tenant, admin, suspendedAt } = await basic(5)
    const gone = await makeUser(tenant, { role: 'agent' })
    await suspendedAt(gone.actor.userId ?? '', new Date())
    const portal = await makeUser(tenant, { role: 'homeowner' })
    const restore = () =>
      runInTenant(admin.context, tx => restorePerson(tx, admin.actor, { userId: gone.actor.userId ?? '' }))
    const promote = () =>
      runInTenant(admin.context, tx =>
        changeRole(tx, admin.actor, { userId: portal.actor.userId ?? '', role: 'staff' }),
      )
    expect(await restore()).toMatchObject({ ok: false, reason: 'limit_reached' })
    expect(await promote()).toMatchObject({ ok: false, reason: 'limit_reached' })
    const leaver = await inTenant(admin.context, tx => tx.user.findFirst({ where: { role: 'staff' } }))
    await suspendedAt(leaver?.id ?? '', new Date())
    expect(await restore()).toMatchObject({ ok: true })
    expect(await promote()).toMatchObject({ ok: false, reason: 'limit_reached' })
  })

  it('does not count people of the portal', async () => {
    const { invite, use } = await basic(5)
    expect(await invite('owner-of-a-unit', 'homeowner')).toMatchObject({ ok: true })
    expect(await use()).toMatchObject({ used: 5 })
  })

  it('is none for a company that pays by homeowner', async () => {
    const { invite, use } = await basic(8, 'associations')
    expect(await use()).toBeNull()
    expect(await invite('ninth')).toMatchObject({ ok: true })
  })
})

describe('the warning', () => {
  it('goes to the admins once when four fifths are in use, and anew after there was room', async () => {
    const { invite, suspendedAt, warnings, admin } = await basic(2)
    const first = await invite('third')
    expect(await warnings()).toEqual([])
    const second = await invite('fourth')
    expect(await warnings()).toMatchObject([
      { recipient: admin.actor.email, subject: expect.stringContaining('4 of 5 team members are in use') },
    ])
    await invite('fifth')
    expect(await warnings()).toHaveLength(1)
    if (!first.ok || !second.ok) throw new Error('refused')
    for (const { value } of [first, second]) await suspendedAt(value.userId, new Date())
    await invite('another')
    expect(await warnings()).toHaveLength(2)
  })

  it('is not sent for what was refused', async () => {
    const { system, warnings } = await basic(3)
    await runInTenant(system, async tx => {
      const { actor } = { actor: { kind: 'system' as const, tenantId: system.tenantId, purpose: 'test' } }
      await invitePerson(tx, actor, { name: 'X', role: 'staff', email: 'x@example.com' })
      return { ok: false, reason: 'conflict', message: '' }
    })
    expect(await warnings()).toEqual([])
  })
})
