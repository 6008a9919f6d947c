import { beforeEach, describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { reactivateTenant } from '@/lib/directory/reactivate-tenant'
import { suspendTenant } from '@/lib/directory/suspend-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { readJobs } from '@/lib/testing/read-jobs'
import type { AccountEvent } from './account'
import { advanceAccounts } from './advance-accounts'
import { applyAccountEvent } from './apply-account-event'

testDatabase()

const day = 86_400_000
let tenant: MadeTenant
let opened: Date

const account = () =>
  asPlatform(tx => tx.platformAccount.findUniqueOrThrow({ where: { tenantId: tenant.id } }))
const steps = () =>
  asPlatform(tx =>
    tx.platformStateChange.findMany({
      where: { tenantId: tenant.id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    }),
  )
const tell = (event: AccountEvent, now: Date) =>
  asPlatform(tx => applyAccountEvent(tx, tenant.id, event, { now }))
const daysLater = (days: number) => new Date(opened.getTime() + days * day)

describe('an account', () => {
  beforeEach(async () => {
    await asPlatform(tx => tx.platformTenant.deleteMany({}))
    await asPlatform(tx => tx.$executeRaw`delete from jobs.job`)
    tenant = await makeTenant({ kind: 'both' })
    opened = (await account()).createdAt
  })

  it('begins with the company: on trial to a midnight, with the plans of its kind', async () => {
    const { state, trialEndsAt } = await account()
    expect(state).toBe('trialing')
    expect(trialEndsAt.getTime() % day).toBe(0)
    expect(trialEndsAt.getTime() - opened.getTime()).toBeGreaterThanOrEqual(30 * day)
    expect(trialEndsAt.getTime() - opened.getTime()).toBeLessThanOrEqual(31 * day)
    const plans = await asPlatform(tx => tx.platformSubscription.findMany({ where: { tenantId: tenant.id } }))
    expect(plans.map(plan => plan.planVersionId).sort()).toEqual(['per-homeowner-1', 'pro-1'])
    expect(await steps()).toMatchObject([{ fromState: null, toState: 'trialing', event: 'opened' }])
  })

  it('goes from an unpaid trial to its end by time alone, each step dated when it was due', async () => {
    const { trialEndsAt } = await account()
    await advanceAccounts(new Date(trialEndsAt.getTime() - 1))
    expect((await account()).state).toBe('trialing')
    await advanceAccounts(new Date(trialEndsAt.getTime() + 200 * day))
    const dates = (await steps()).map(({ toState, at }) => [
      toState,
      (at.getTime() - trialEndsAt.getTime()) / day,
    ])
    expect(dates.slice(1)).toEqual([
      ['read_only', 0],
      ['suspended', 14],
      ['cancelled', 44],
    ])
    const before = await steps()
    await advanceAccounts(daysLater(1))
    expect(await advanceAccounts(daysLater(1000))).toMatchObject({ moved: 0 })
    expect(await steps()).toEqual(before)
  })

  it('falls behind when a payment fails and is well again once it is paid', async () => {
    await tell({ type: 'payment_method_added' }, daysLater(1))
    await advanceAccounts(daysLater(40))
    expect((await account()).state).toBe('active')
    await tell({ type: 'invoice_failed' }, daysLater(61))
    expect(await account()).toMatchObject({ state: 'past_due', overdueSince: daysLater(61) })
    await advanceAccounts(daysLater(69))
    expect((await account()).state).toBe('read_only')
    await tell({ type: 'invoice_paid' }, daysLater(70))
    expect(await account()).toMatchObject({ state: 'active', overdueSince: null, firstPaidAt: daysLater(70) })
  })

  it('is not moved twice by two workers at once', async () => {
    const { trialEndsAt } = await account()
    await Promise.all([1, 2, 3].map(() => advanceAccounts(trialEndsAt)))
    expect((await steps()).map(step => step.toState)).toEqual(['trialing', 'read_only'])
  })

  it('held by an admin stays so whatever is paid, until an admin frees it', async () => {
    const admin = await makeAdmin()
    const input = { tenantId: tenant.id, reason: 'fraud check' }
    await asPlatform(tx => suspendTenant(tx, admin, input))
    const directory = () =>
      asPlatform(tx => tx.platformTenant.findUniqueOrThrow({ where: { id: tenant.id } }))
    await tell({ type: 'invoice_paid' }, daysLater(2))
    expect(await account()).toMatchObject({
      state: 'suspended',
      heldBy: admin.adminId,
      heldReason: 'fraud check',
    })
    expect((await directory()).status).toBe('suspended')
    await asPlatform(tx => reactivateTenant(tx, admin, input))
    expect(await account()).toMatchObject({ state: 'trialing', heldAt: null, heldBy: null, heldReason: null })
    expect((await directory()).status).toBe('active')
    expect((await steps()).map(step => [step.toState, step.adminId])).toEqual([
      ['trialing', null],
      ['suspended', admin.adminId],
      ['trialing', admin.adminId],
    ])
  })

  it('queues each reminder once, however often it is looked at', async () => {
    const { trialEndsAt } = await account()
    const week = new Date(trialEndsAt.getTime() - 6.5 * day)
    expect(await advanceAccounts(week)).toEqual({ moved: 0, reminded: 1 })
    expect(await advanceAccounts(week)).toEqual({ moved: 0, reminded: 0 })
    expect(await readJobs()).toMatchObject([{ name: 'remind-account', data: { tenantId: tenant.id } }])
    expect(await advanceAccounts(trialEndsAt)).toEqual({ moved: 1, reminded: 1 })
  })

  it('shows in what a request is told when it opens', async () => {
    const user = await makeUser(tenant)
    const told = async () => inTenant(user.context, async (_, answer) => answer)
    expect(await told()).toMatchObject({ account: { state: 'trialing' } })
    const { trialEndsAt } = await account()
    await advanceAccounts(trialEndsAt)
    expect(await told()).toMatchObject({ account: { state: 'read_only' } })
  })
})
