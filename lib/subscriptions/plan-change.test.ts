import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basic, enterprise, perHomeowner, pro } from '@/lib/plans/fixtures/versions'
import type { PlanVersion } from '@/lib/plans/plan'
import { previewChange } from '@/lib/rating/preview-change'
import { addDays } from '@/lib/time/local-date'
import { monthOf } from '@/lib/time/month'
import { type Billing, firstChargedDay, ratedTerms } from './billing'
import { endOfPeriod } from './end-account'
import { expectedBill } from './expected-bill'
import { company, on } from './fixtures/company'
import { afterStep, countsFrom, planStep } from './plan-change'

const forSale = [basic, pro, enterprise, perHomeowner]
const nobody = { users: 0, properties: 0, bookings: 0 }

describe('planStep', () => {
  it('goes up, down and sideways between kinds', () => {
    const step = (kind: PlanVersion['kind'], versionId: string | null, plans = [pro]) =>
      planStep(company(plans), { kind, versionId }, forSale, nobody)
    expect(step('tier', 'enterprise-1')).toMatchObject({ value: { from: pro, to: enterprise } })
    expect(step('tier', 'basic-1')).toMatchObject({ value: { from: pro, to: basic } })
    expect(step('per-homeowner', 'per-homeowner-1')).toMatchObject({
      value: { from: null, to: perHomeowner },
    })
    expect(step('tier', null, [pro, perHomeowner])).toMatchObject({ value: { from: pro, to: null } })
  })

  it.each([
    ['a version of the other kind', 'per-homeowner', 'pro-1', 'active', 'not_found'],
    ['a version that is not for sale', 'tier', 'pro-9', 'active', 'not_found'],
    ['the plan it has', 'tier', 'pro-1', 'active', 'wrong_state'],
    ['a plan it does not have, given up', 'per-homeowner', null, 'active', 'wrong_state'],
    ['its only plan given up', 'tier', null, 'active', 'wrong_state'],
    ['anything once cancelled', 'tier', 'basic-1', 'cancelled', 'wrong_state'],
  ] as const)('refuses %s', (_, kind, versionId, state, reason) => {
    expect(planStep(company([pro], { state }), { kind, versionId }, forSale, nobody)).toMatchObject({
      reason,
    })
  })

  it('names everything that a smaller plan would not hold', () => {
    const used = { users: 6, properties: 21, bookings: 0 }
    const refused = planStep(company([pro]), { kind: 'tier', versionId: 'basic-1' }, forSale, used)
    expect(refused).toMatchObject({ ok: false, reason: 'plan_too_small' })
    expect(refused.ok || refused.message).toMatch(/6 users.*21 properties/)
  })
})

describe('expectedBill', () => {
  const now = new Date('2026-03-12T10:00:00Z')

  it('is the month ahead, and what a change leaves of this one', () => {
    expect(expectedBill(company([basic]), [], now)).toMatchObject({ baseMinor: 4_900n, totalMinor: 4_900n })
    const after = afterStep(company([basic]), { kind: 'tier', from: basic, to: enterprise }, on('2026-03-12'))
    expect(expectedBill(after, [], now)).toMatchObject({
      baseMinor: 49_900n,
      changesMinor: 32_194n - 3_161n,
      totalMinor: 78_933n,
    })
  })

  it('is a piece of a month after the trial, and nothing ahead once cancelled', () => {
    const onTrial = company([basic], { state: 'trialing', trialEndsAt: new Date('2026-03-22T00:00:00Z') })
    expect(expectedBill(onTrial, [], now)).toMatchObject({ baseMinor: 1_581n, usageMinor: 0n })
    const going = company([basic], { cancelsAt: new Date('2026-04-01T00:00:00Z') })
    expect(expectedBill(going, [], now)).toMatchObject({ totalMinor: 0n })
  })

  it('takes coupons off one after the other, and never more than is there', () => {
    const coupon = (basisPoints: number | null, amountMinor: bigint | null) => ({
      ...{ code: 'X', description: 'x', basisPoints, amountMinor, months: null, usedAt: now },
      ...{ sentAt: null, startsAt: null, endsAt: null },
    })
    const coupons = [coupon(5_000, null), coupon(null, 2_000n)]
    expect(expectedBill(company([basic], { coupons }), [], now)).toMatchObject({ totalMinor: 450n })
    const most = [coupon(null, 9_999n)]
    expect(expectedBill(company([basic], { coupons: most }), [], now)).toMatchObject({ totalMinor: 0n })
  })
})

describe('a change', () => {
  const plans = fc.constantFrom(basic, pro, enterprise)
  const day = fc.integer({ min: 0, max: 364 }).map(offset => addDays(on('2026-03-01'), offset))

  it('comes to what the rating of the month says, whatever the plans and the day', () => {
    fc.assert(
      fc.property(plans, fc.option(plans), day, (from, to, today) => {
        const before = company([from, perHomeowner])
        const step = { kind: 'tier' as const, from, to }
        const after = afterStep(before, step, today)
        const counts = countsFrom(before, step, today)
        const now = new Date(`${today}T09:00:00Z`)
        const changes = (billing: Billing) => expectedBill(billing, [], now).changesMinor
        const input = {
          month: monthOf(today),
          currency: 'USD',
          usage: [],
          ...ratedTerms(before),
        }
        // What counts from the next month on leaves this one as it is.
        const preview = () => previewChange(input, { kind: 'tier', next: to, on: counts }).totalMinor
        expect(changes(after) - changes(before)).toBe(monthOf(counts) === monthOf(today) ? preview() : 0n)
      }),
    )
  })
})

describe('a day', () => {
  const choices = fc.array(
    fc.record({
      kind: fc.constantFrom('tier' as const, 'per-homeowner' as const),
      to: fc.option(fc.constantFrom(basic, pro, enterprise)),
      after: fc.constantFrom(0, 0, 0, 1, 2, 9),
    }),
    { maxLength: 14 },
  )

  it('is charged once, as the dearest plan that was had on it, however often somebody changes their mind', () => {
    fc.assert(
      fc.property(choices, made => {
        let billing = company([basic])
        let today = on('2026-03-01')
        const had = new Map<string, bigint[]>()
        const open = (kind: PlanVersion['kind']) =>
          billing.periods.find(period => period.endsOn === null && period.plan.kind === kind)?.plan ?? null
        const note = (kind: PlanVersion['kind']) => {
          const key = `${kind} ${today}`
          had.set(key, [...(had.get(key) ?? []), open(kind)?.baseMinor ?? 0n])
        }
        const noteBoth = () => (['tier', 'per-homeowner'] as const).forEach(note)
        noteBoth()
        for (const { kind, to, after } of made) {
          for (let day = 0; day < after; day += 1) {
            today = addDays(today, 1)
            noteBoth()
          }
          const next = kind === 'tier' ? to : to && perHomeowner
          const versionId = next?.id ?? null
          const step = planStep(billing, { kind, versionId }, forSale, nobody)
          if (!step.ok) continue
          billing = afterStep(billing, step.value, today)
          note(kind)
        }
        for (const [key, bases] of had) {
          const [kind, day = ''] = key.split(' ')
          const covering = billing.periods.filter(
            ({ plan, startsOn, endsOn }) =>
              plan.kind === kind && startsOn <= day && (endsOn === null || endsOn > day),
          )
          const [dearest = 0n] = bases.toSorted((a, b) => (a > b ? -1 : 1))
          expect(covering.map(({ plan }) => plan.baseMinor)).toEqual(dearest > 0n ? [dearest] : [])
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('days', () => {
  it('on which a trial ends are free as a whole', () => {
    expect(firstChargedDay({ trialEndsAt: new Date('2026-03-22T00:00:00Z'), resumedOn: null })).toBe(
      '2026-03-22',
    )
    expect(firstChargedDay({ trialEndsAt: new Date('2026-03-22T00:00:01Z'), resumedOn: null })).toBe(
      '2026-03-23',
    )
  })

  it('with which a cancelled account ends are those of its trial or its month', () => {
    const trial = { trialEndsAt: new Date('2026-03-22T00:00:00Z'), resumedOn: null }
    expect(endOfPeriod(trial, new Date('2026-03-21T23:59:59Z'))).toEqual(trial.trialEndsAt)
    expect(endOfPeriod(trial, new Date('2026-03-22T00:00:00Z'))).toEqual(new Date('2026-04-01T00:00:00Z'))
    expect(endOfPeriod(trial, new Date('2026-12-31T12:00:00Z'))).toEqual(new Date('2027-01-01T00:00:00Z'))
  })
})
