import { beforeAll, describe, expect, it } from 'vitest'
import type { AdminActor } from '@/lib/auth/admin-actor'
import { asPlatform } from '@/lib/db/as-platform'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { addDays, dateIn, toDbDate } from '@/lib/time/local-date'
import { advanceAccounts } from './advance-accounts'
import { extendTrial } from './extend-trial'
import { readCustomer } from './read-customer'

testDatabase()

let admin: AdminActor
let tenant: MadeTenant
const today = dateIn('UTC', new Date())

const extend = (days: number, now = new Date()) =>
  asPlatform(tx => extendTrial(tx, admin, { tenantId: tenant.id, until: addDays(today, days) }, now))
const account = () =>
  asPlatform(tx => tx.platformAccount.findUniqueOrThrow({ where: { tenantId: tenant.id } }))
const audit = () => asPlatform(tx => tx.platformAuditEntry.findMany({ where: { tenantId: tenant.id } }))

describe('extending a trial', () => {
  beforeAll(async () => {
    admin = await makeAdmin()
    tenant = await makeTenant({ kind: 'rentals' })
  })

  it('moves its end and says so in the audit log', async () => {
    expect(await extend(60)).toMatchObject({ ok: true })
    expect((await account()).trialEndsAt).toEqual(toDbDate(addDays(today, 60)))
    expect(await audit()).toMatchObject([{ action: 'trial:extended', adminId: admin.adminId }])
  })

  it('refuses a day that is not ahead', async () => {
    expect(await extend(0)).toMatchObject({
      ok: false,
      reason: 'invalid',
      fields: { until: 'Choose a day after today.' },
    })
  })

  it('refuses a day that is too far ahead, and more than 180 days in all', async () => {
    const day = (days: number) =>
      new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(
        toDbDate(addDays(today, days)),
      )
    const refused = (until: string) => ({ ok: false, reason: 'invalid', fields: { until } })
    const bounds = 'a trial is extended by at most 90 days from today, and lasts at most 180 in all.'
    expect(await extend(91)).toEqual(
      expect.objectContaining(refused(`Choose a day up to ${day(90)}: ${bounds}`)),
    )
    const late = toDbDate(addDays(today, 120))
    expect(await extend(181, late)).toEqual(
      expect.objectContaining(refused(`Choose a day up to ${day(180)}: ${bounds}`)),
    )
    const over = toDbDate(addDays(today, 180))
    expect(await extend(190, over)).toEqual(
      expect.objectContaining(refused('This company’s 180 days of trial are over.')),
    )
    const [{ trialEndsAt }, audited] = [await account(), await audit()]
    expect(trialEndsAt).toEqual(toDbDate(addDays(today, 60)))
    expect(audited).toHaveLength(1)
  })

  it('is bounded by the database as well', async () => {
    const set = (days: number) =>
      asPlatform(tx =>
        tx.platformAccount.update({
          where: { tenantId: tenant.id },
          data: { trialEndsAt: toDbDate(addDays(today, days)) },
        }),
      )
    await expect(set(181)).rejects.toThrow(/180 days at most/)
    await set(180)
    await set(60)
  })

  it('takes up a trial that ran out unpaid, and none of a company that pays', async () => {
    const late = toDbDate(addDays(today, 65))
    await advanceAccounts(late)
    expect((await account()).state).toBe('read_only')
    expect(await extend(90, late)).toMatchObject({ ok: true })
    expect((await account()).state).toBe('trialing')
    await asPlatform(tx =>
      tx.platformAccount.update({
        where: { tenantId: tenant.id },
        data: { state: 'active', firstPaidAt: late },
      }),
    )
    expect(await extend(120, late)).toMatchObject({ ok: false, reason: 'wrong_state' })
    expect((await account()).trialEndsAt).toEqual(toDbDate(addDays(today, 90)))
  })

  it('is read with plans and steps', async () => {
    const customer = await asPlatform(tx => readCustomer(tx, tenant.id))
    expect(customer?.plans).toMatchObject([{ id: 'pro-1', baseMinor: 14_900n, limits: { users: 20 } }])
    expect(customer?.timeline.map(step => step.event)).toEqual(['trial_extended', 'trial_ended', 'opened'])
    expect(customer?.timeline[0]).toMatchObject({ from: 'read_only', to: 'trialing', admin: admin.name })
  })
})
