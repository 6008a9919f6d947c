import { beforeAll, describe, expect, it } from 'vitest'
import { passFactor } from '@/lib/admins/pass-factor'
import { codeOf, fromBase32, stepAt } from '@/lib/admins/totp'
import { readAdmin, readPendingAdmin } from '@/lib/auth/admin-actor'
import { signInAdmin } from '@/lib/auth/sign-in-admin'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { demoFactorKey } from '@/lib/env/demo-values'
import { testDatabase } from '@/lib/testing/create-test-database'
import { reconcileTenant } from '@/lib/usage/reconcile-tenant'
import { demoSignIns, seedDemo } from './seed-demo'

testDatabase()
beforeAll(() => seedDemo(), 120_000)

const tenants = async () => asPlatform(tx => tx.platformTenant.findMany({ orderBy: { slug: 'asc' } }))

async function counts(tenantId: string) {
  return inTenant({ tenantId: tenantId as TenantId, system: 'test' }, async tx => ({
    associations: await tx.association.count(),
    units: await tx.unit.count(),
    homeowners: await tx.homeowner.count(),
    ownerships: await tx.ownership.count(),
    seats: await tx.boardSeat.count(),
    users: await tx.user.count(),
  }))
}

describe('seedDemo', () => {
  it('makes three companies of different size, all filled', async () => {
    const all = await tenants()
    expect(all.map(({ slug, status }) => [slug, status])).toEqual([
      ['gulfline', 'active'],
      ['palm-and-pier', 'active'],
      ['seabreeze', 'active'],
    ])
    const [both, small, large] = await Promise.all(all.map(tenant => counts(tenant.id)))
    expect(large?.units).toBeGreaterThan((both?.units ?? 0) * 3)
    expect(both?.units).toBeGreaterThan((small?.units ?? 0) * 3)
    for (const one of [both, small, large]) expect(Math.min(...Object.values(one ?? {}))).toBeGreaterThan(0)
  })

  it('gives every platform admin the app whose code `npm run demo:code` prints', async () => {
    for (const { email, password } of demoSignIns.filter(person => person.host === 'admin')) {
      const device = { address: 'direct', userAgent: 'a test' }
      const signedIn = await signInAdmin({ email, password }, device)
      const sessionId = signedIn.ok ? signedIn.value.sessionId : null
      const pending = await asPlatform(tx => readPendingAdmin(tx, sessionId))
      const now = new Date()
      const code = codeOf(fromBase32(demoFactorKey), stepAt(now))
      expect(pending && (await passFactor(pending, { code, address: 'direct', now }))).toMatchObject({
        ok: true,
      })
      expect(await asPlatform(tx => readAdmin(tx, sessionId))).toMatchObject({ email })
    }
  })

  it('changes nothing when run again', async () => {
    const before = await Promise.all((await tenants()).map(tenant => counts(tenant.id)))
    await seedDemo()
    expect(await Promise.all((await tenants()).map(tenant => counts(tenant.id)))).toEqual(before)
  })

  it('lists a person of every role, and each of them exists with a password', async () => {
    for (const { slug, id } of await tenants()) {
      const listed = demoSignIns.filter(person => person.host === slug).map(person => person.email)
      const known = await inTenant({ tenantId: id as TenantId, system: 'test' }, tx =>
        tx.user.findMany({ where: { email: { in: listed }, passwordHash: { not: null } } }),
      )
      expect(known).toHaveLength(listed.length)
    }
    const words = new Set(demoSignIns.map(person => person.role.replace(/ \(.*/, '')))
    expect([...words].sort()).toEqual([
      'Accountant',
      'Admin',
      'Agent',
      'Homeowner',
      'Manager',
      'Platform billing',
      'Platform owner',
      'Platform support',
      'Rental owner',
      'Staff',
    ])
  })

  it('gives the demo homeowner two units and the chair of a board', async () => {
    const large = (await tenants()).find(({ slug }) => slug === 'seabreeze')
    await inTenant({ tenantId: large?.id as TenantId, system: 'test' }, async tx => {
      const home = await tx.homeowner.findFirstOrThrow({ where: { name: 'Joan Whitfield' } })
      expect(await tx.ownership.count({ where: { homeownerId: home.id, endsOn: null } })).toBe(2)
      expect(await tx.boardSeat.count({ where: { homeownerId: home.id, title: 'president' } })).toBe(1)
    })
  })

  it('has usage of four months, metered from the facts and confirmed by a recount', async () => {
    for (const { id } of await tenants()) {
      const [usage] = await asPlatform(
        tx => tx.$queryRaw<{ days: number; homeowners: number; most: number }[]>`
          select count(distinct on_day)::int as days, count(distinct quantity) filter (where meter = 'homeowners')::int as homeowners,
            max(quantity) filter (where meter = 'homeowners')::int as most
          from platform.usage_days where tenant_id = ${id}::uuid`,
      )
      expect(usage?.days).toBe(121)
      expect(usage?.homeowners).toBeGreaterThan(3)
      expect(usage?.most).toBe((await counts(id)).homeowners)
      expect(await reconcileTenant(id as TenantId, new Date())).toEqual({ open: 0 })
    }
  })
})
