import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareFractions, fraction, sumOf } from '@/lib/fraction/fraction'
import type { PlanKind } from '@/lib/plans/plan'
import type { LocalDate } from '@/lib/time/local-date'
import { daysIn, eachDay } from '@/lib/time/month'
import { afterwards, days, inputOf, type Life, lives, months } from './fixtures/histories'
import type { DayUsage, Invoice, LineKind, SubscriptionPeriod } from './invoice'
import { rateMonth } from './rate-month'
import { totalOf } from './rules'
import { joinPeriods } from './split-periods'
import { isFreeDay } from './suspensions'

const terms = fc.record({
  coupons: fc.array(
    fc.record({
      id: fc.uuid(),
      description: fc.constant('Coupon'),
      off: fc.oneof(
        fc.record({ by: fc.constant('amount' as const), amountMinor: fc.bigInt(0n, 100_000n) }),
        fc.record({ by: fc.constant('percent' as const), basisPoints: fc.nat({ max: 10_000 }) }),
      ),
      startsIn: fc.constantFrom(...months),
      months: fc.option(fc.integer({ min: 1, max: 4 })),
    }),
    { maxLength: 3 },
  ),
  credits: fc.array(
    fc.record({ id: fc.uuid(), description: fc.constant('Credit'), leftMinor: fc.bigInt(0n, 50_000n) }),
    { maxLength: 2 },
  ),
  tax: fc.option(
    fc.record({
      name: fc.constant('VAT'),
      rateBasisPoints: fc.nat({ max: 3_000 }),
      mode: fc.constantFrom('exclusive' as const, 'inclusive' as const),
    }),
  ),
})

const subscribedDays = (periods: readonly SubscriptionPeriod[], kind: PlanKind) =>
  periods
    .filter(period => period.plan.kind === kind)
    .flatMap(({ plan, startsOn, endsOn }) =>
      eachDay(startsOn, endsOn ?? afterwards).map(day => `${day} ${plan.id}`),
    )
    .sort()

const isOf = (kind: PlanKind, planVersionId: string | null) =>
  (planVersionId?.startsWith('per-homeowner') ? 'per-homeowner' : 'tier') === kind

const coversDays: ReadonlySet<LineKind> = new Set(['base', 'trial', 'hold'])

const billedDays = (invoices: readonly Invoice[], kind: PlanKind) =>
  invoices
    .flatMap(invoice => invoice.lines)
    .filter(line => coversDays.has(line.kind) && isOf(kind, line.planVersionId))
    .flatMap(line => eachDay(line.startsOn, line.endsOn).map(day => `${day} ${line.planVersionId}`))
    .sort()

describe('any sequence of plan changes and usage', () => {
  it('is billed for each subscribed day exactly once', () => {
    fc.assert(
      fc.property(lives, life => {
        const invoices = months.map(month => rateMonth(inputOf(life, month)))
        for (const kind of ['tier', 'per-homeowner'] as const)
          expect(billedDays(invoices, kind)).toEqual(subscribedDays(life.periods, kind))
        for (const line of invoices.flatMap(invoice => invoice.lines))
          if (coversDays.has(line.kind))
            expect(line.kind === 'trial').toBe(life.trialEndsOn !== null && line.endsOn <= life.trialEndsOn)
      }),
    )
  })

  it('gives lines that sum to the total and are never negative but for coupons and credits', () => {
    fc.assert(
      fc.property(lives, terms, (life, more) => {
        for (const month of months) {
          const invoice = rateMonth(inputOf({ ...life, ...more }, month))
          expect(totalOf(invoice.lines)).toBe(invoice.totalMinor)
          const added = invoice.taxIncluded ? 0n : invoice.taxMinor
          expect(invoice.subtotalMinor - invoice.discountMinor + added - invoice.creditMinor).toBe(
            invoice.totalMinor,
          )
          expect(invoice.totalMinor).toBeGreaterThanOrEqual(0n)
          expect(invoice.taxMinor).toBeGreaterThanOrEqual(0n)
          for (const line of invoice.lines) {
            const takes = line.kind === 'coupon' || line.kind === 'credit'
            expect(takes ? -line.amountMinor : line.amountMinor).toBeGreaterThanOrEqual(0n)
            expect(line.startsOn < line.endsOn && line.startsOn.startsWith(month)).toBe(true)
          }
        }
      }),
    )
  })

  it('has as large a share of base prices as days of the month were subscribed', () => {
    fc.assert(
      fc.property(lives, life => {
        for (const month of months) {
          const lines = rateMonth(inputOf(life, month)).lines
          for (const kind of ['tier', 'per-homeowner'] as const) {
            const own = lines.filter(line => line.kind !== 'usage' && isOf(kind, line.planVersionId))
            const subscribed = subscribedDays(life.periods, kind).filter(day => day.startsWith(month))
            expect(sumOf(own.map(line => line.quantity))).toEqual(fraction(subscribed.length, daysIn(month)))
          }
        }
      }),
    )
  })

  it('never bills less for more use, nor for a shorter trial', () => {
    fc.assert(
      fc.property(lives, fc.nat(), fc.bigInt(0n, 10_000_000n), days, (life, pick, more, sooner) => {
        const at = pick % Math.max(1, life.usage.length)
        const usage: DayUsage[] = life.usage.map((one, index) =>
          index === at ? { ...one, quantity: one.quantity + more } : one,
        )
        const { trialEndsOn } = life
        const shorter = trialEndsOn && sooner < trialEndsOn ? sooner : trialEndsOn
        for (const month of months) {
          const total = (input: Partial<Life>) => rateMonth(inputOf({ ...life, ...input }, month)).totalMinor
          expect(total({ usage })).toBeGreaterThanOrEqual(total({}))
          // A bill that comes on another day may come on one of a suspension.
          const suspensions: Life['suspensions'] = []
          expect(total({ suspensions, trialEndsOn: shorter })).toBeGreaterThanOrEqual(total({ suspensions }))
        }
      }),
    )
  })
})

describe('periods that follow one another', () => {
  const cut = (periods: readonly SubscriptionPeriod[], on: LocalDate) =>
    periods.flatMap(period => {
      if (period.startsOn >= on || (period.endsOn !== null && period.endsOn <= on)) return [period]
      return [
        { ...period, startsOn: on },
        { ...period, endsOn: on },
      ]
    })

  it('are billed as one, and an empty one as none', () => {
    fc.assert(
      fc.property(lives, fc.array(days, { maxLength: 5 }), (life, cuts) => {
        const pieces = cuts.reduce(cut, life.periods)
        const empty = pieces.map(period => ({ ...period, endsOn: period.startsOn }))
        for (const month of months)
          expect(rateMonth(inputOf({ ...life, periods: [...empty, ...pieces] }, month))).toEqual(
            rateMonth(inputOf(life, month)),
          )
      }),
    )
  })

  it('differ from their whole by the rounding of a line at most', () => {
    fc.assert(
      fc.property(lives, days, (life, on) => {
        // Another version at the same price is the same money on more lines.
        const renamed = joinPeriods(
          cut(life.periods, on).toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)),
        )
          .flatMap(period => cut([period], on))
          .map(period =>
            period.startsOn >= on
              ? { ...period, plan: { ...period.plan, id: `${period.plan.id}0` } }
              : period,
          )
        for (const month of months) {
          const one = rateMonth(inputOf(life, month))
          const two = rateMonth(inputOf({ ...life, periods: renamed }, month))
          const difference = one.totalMinor - two.totalMinor
          const lines = BigInt(two.lines.length - one.lines.length)
          expect(difference < 0n ? -difference : difference).toBeLessThanOrEqual(lines)
        }
      }),
    )
  })

  it('keep the exact quantity of what was used', () => {
    fc.assert(
      fc.property(lives, life => {
        for (const month of months) {
          const emails = rateMonth(inputOf(life, month)).lines.filter(line => line.meter === 'emails')
          const chargeable = new Set(
            subscribedDays(life.periods, 'per-homeowner')
              .map(day => day.slice(0, 10))
              .filter(day => day.startsWith(month) && day >= (life.trialEndsOn ?? '')),
          )
          const expected = life.usage
            .filter(({ day, meter }) => meter === 'emails' && chargeable.has(day))
            .filter(({ day }) => !isFreeDay(life.suspensions, day))
            .reduce((sum, one) => sum + one.quantity, 0n)
          expect(compareFractions(sumOf(emails.map(line => line.quantity)), fraction(expected))).toBe(0)
        }
      }),
    )
  })
})
