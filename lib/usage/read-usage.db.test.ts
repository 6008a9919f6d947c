import { describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { forecastMonth } from '@/lib/rating/forecast-month'
import { openPlans, ratedTerms } from '@/lib/subscriptions/billing'
import { readMyBilling } from '@/lib/subscriptions/read-billing'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { dateIn } from '@/lib/time/local-date'
import { monthOf } from '@/lib/time/month'
import { countUsers } from './count-users'
import { meterTenant } from './meter-tenant'
import { readUsage } from './read-usage'
import { daysOf } from './rules'

testDatabase()
const today = dateIn('UTC', new Date())
const days = daysOf('30d', today)

describe('readUsage', () => {
  it('tells the people of a company its own use and nobody else any', async () => {
    const [tenant, other] = [await makeTenant(), await makeTenant()]
    await makeHomeowner(tenant)
    for (const one of [tenant, other]) await meterTenant(one.id, new Date())
    const read = async (role: 'accountant' | 'homeowner', of = tenant) =>
      inTenant((await makeUser(of, { role })).context, tx => readUsage(tx, days))
    expect(await read('accountant')).toContainEqual({ meter: 'homeowners', day: today, quantity: 1n })
    expect(await read('accountant', other)).toContainEqual({ meter: 'homeowners', day: today, quantity: 0n })
    expect(await read('homeowner')).toEqual([])
  })

  it('is what the next bill is forecast from', async () => {
    const tenant = await makeTenant({ kind: 'both' })
    const { context } = await makeUser(tenant, { role: 'accountant' })
    await makeUser(tenant, { role: 'homeowner' })
    await meterTenant(tenant.id, new Date())
    await inTenant(context, async tx => {
      expect(await countUsers(tx)).toBe(1)
      const billing = await readMyBilling(tx)
      expect(
        openPlans(billing)
          .map(plan => plan.id)
          .sort(),
      ).toEqual(['per-homeowner-1', 'pro-1'])
      const forecast = forecastMonth(
        {
          month: monthOf(today),
          currency: billing.currency,
          usage: await readUsage(tx, days),
          ...ratedTerms(billing),
        },
        today,
      )
      expect(forecast).toMatchObject({ totalMinor: 0n, asOf: today })
      expect(forecast.lines.map(line => line.kind)).toEqual(['trial', 'trial'])
    })
  })
})
