import { roundHalfUp } from '@/lib/money/round-half-up'
import { addDays, type LocalDate, toDbDate } from '@/lib/time/local-date'
import type { Billing } from './billing'

type Coupon = Billing['coupons'][number]

/**
 * Coupons in the order in which they are taken off: shares before amounts, so that it does not matter to the total how
 * an amount is spread over the lines; else as they were taken.
 */
export function orderCoupons(coupons: readonly Coupon[]): Coupon[] {
  return coupons.toSorted((a, b) => Number(a.basisPoints === null) - Number(b.basisPoints === null))
}

/**
 * What coupons take off a bill that is made at an instant, as Stripe does it: a share of each line, rounded by itself,
 * of what the coupons before it left; an amount of all lines together. One that has ended by then takes nothing off,
 * one that Stripe is still to be told of holds with the next bill.
 */
export function discountOf(
  { coupons }: Pick<Billing, 'coupons'>,
  lines: readonly bigint[],
  at: Date,
): bigint {
  const holding = coupons.filter(({ endsAt }) => endsAt === null || endsAt > at)
  let rest = [...lines]
  let amounts = 0n
  for (const { basisPoints, amountMinor } of orderCoupons(holding)) {
    if (basisPoints === null) amounts += amountMinor ?? 0n
    else rest = rest.map(line => line - shareOf(line, basisPoints))
  }
  const [before, left] = [sumOf(lines), sumOf(rest)]
  return before - left + (amounts < left ? amounts : left)
}

/** What is left of a change of plan that Stripe is told on a UTC day, after the shares that coupons take off then. */
export function afterShares({ coupons }: Pick<Billing, 'coupons'>, minor: bigint, told: LocalDate): bigint {
  const end = toDbDate(addDays(told, 1))
  return orderCoupons(coupons)
    .filter(
      ({ startsAt, endsAt }) => startsAt !== null && startsAt < end && (endsAt === null || endsAt >= end),
    )
    .reduce((left, { basisPoints }) => left - shareOf(left, basisPoints ?? 0), minor)
}

const shareOf = (minor: bigint, basisPoints: number) => roundHalfUp(minor * BigInt(basisPoints), 10_000n)
const sumOf = (parts: readonly bigint[]) => parts.reduce((sum, part) => sum + part, 0n)
