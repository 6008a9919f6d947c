import { describe, expect, it } from 'vitest'
import { basic, enterprise, perHomeowner, pro } from '@/lib/plans/fixtures/versions'
import type { PlanVersion } from '@/lib/plans/plan'
import { monthOf } from '@/lib/time/month'
import type { Billing } from './billing'
import { discountOf } from './discounts'
import { company, on } from './fixtures/company'
import { pendingChanges } from './pending-changes'
import { afterStep } from './plan-change'

const march = monthOf(on('2026-03-01'))
const step = (billing: Billing, to: PlanVersion | null, day: string, kind: PlanVersion['kind'] = 'tier') =>
  afterStep(billing, { kind, from: null, to }, on(day))

describe('what is confirmed on the last day of a month', () => {
  it('is in the bill of the next, so that nothing is credited and nothing is charged by the day', () => {
    const both = company([pro, perHomeowner])
    const given = step(both, null, '2026-02-28', 'per-homeowner')
    expect(pendingChanges(given, march)).toBe(0n)
    expect(pendingChanges(step(both, basic, '2026-02-28'), march)).toBe(0n)
  })

  it('is credited as it was billed when it is replaced on the first', () => {
    const smaller = step(company([pro]), basic, '2026-02-28')
    expect(pendingChanges(step(smaller, enterprise, '2026-03-01'), march)).toBe(49_900n - 4_900n)
    const back = step(smaller, pro, '2026-03-01')
    expect(pendingChanges(back, march)).toBe(14_900n - 4_900n)
    expect(pendingChanges(step(back, enterprise, '2026-03-01'), march)).toBe(49_900n - 4_900n)
  })

  it('counts like every change of the first when it is taken back before midnight', () => {
    const undone = step(step(company([pro]), basic, '2026-02-28'), pro, '2026-02-28')
    expect(pendingChanges(undone, march)).toBe(0n)
    expect(pendingChanges(step(undone, enterprise, '2026-03-01'), march)).toBe(49_900n - 14_900n)
  })
})

it('credits nothing for a plan given up on the last day of a trial', () => {
  const trial = company([pro, perHomeowner], { trialEndsAt: new Date('2026-03-20T00:00:00Z') })
  expect(pendingChanges(step(trial, null, '2026-03-19', 'per-homeowner'), march)).toBe(0n)
  expect(pendingChanges(step(trial, basic, '2026-03-19'), march)).toBe(0n)
  // Eleven of 31 days: the first of them was had.
  expect(pendingChanges(step(trial, null, '2026-03-20', 'per-homeowner'), march)).toBe(-1_774n)
})

describe('a discount', () => {
  const coupon = (given: Partial<Billing['coupons'][number]>) => ({
    ...{ code: 'X', description: 'x', months: null, usedAt: new Date('2026-02-06'), sentAt: null },
    ...{ basisPoints: null, amountMinor: null, startsAt: null, endsAt: null, ...given },
  })
  const at = new Date('2026-04-01T00:00:00Z')

  it('is rounded for each line', () => {
    expect(discountOf({ coupons: [coupon({ basisPoints: 1_000 })] }, [536n, 5_346n], at)).toBe(54n + 535n)
  })

  it('takes shares off before amounts, and no more than there is', () => {
    const coupons = [coupon({ amountMinor: 700n }), coupon({ basisPoints: 5_000 })]
    expect(discountOf({ coupons }, [2_000n], at)).toBe(1_700n)
    expect(discountOf({ coupons }, [1_000n], at)).toBe(1_000n)
  })

  it('has ended with its end', () => {
    const until = (endsAt: Date) =>
      discountOf({ coupons: [coupon({ basisPoints: 5_000, endsAt })] }, [100n], at)
    expect([until(at), until(new Date('2026-04-01T00:00:01Z'))]).toEqual([0n, 50n])
  })

  it('takes its share off changes of plan that Stripe is told while it holds', () => {
    const startsAt = new Date('2026-03-10T09:00:00Z')
    const endsAt = new Date('2026-03-25T09:00:00Z')
    const changed = (day: string) =>
      pendingChanges(
        step(
          company([basic], { coupons: [coupon({ basisPoints: 5_000, startsAt, endsAt })] }),
          enterprise,
          day,
        ),
        march,
      )
    const full = (days: number) => Math.round((49_900 * days) / 31) - Math.round((4_900 * days) / 31)
    expect([changed('2026-03-05'), changed('2026-03-28')].map(Number)).toEqual([full(27), full(4)])
    expect(Number(changed('2026-03-12'))).toBe(16_097 - 1_580)
  })
})
