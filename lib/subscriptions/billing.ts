import { z } from 'zod'
import { accountStates } from '@/lib/auth/account'
import { features, meterNames, type PlanVersion } from '@/lib/plans/plan'
import type { RateInput, SubscriptionPeriod } from '@/lib/rating/invoice'
import { firstBilledDay } from '@/lib/rating/split-periods'
import { isWaived } from '@/lib/rating/suspensions'
import { addDays, dateIn, type LocalDate, parseLocalDate } from '@/lib/time/local-date'
import type { Month } from '@/lib/time/month'

const instant = z.iso.datetime({ offset: true }).transform(text => new Date(text))
const integer = z.int().transform(BigInt)
const day = z.string().transform((text, context): LocalDate => {
  const date = parseLocalDate(text)
  if (date) return date
  context.addIssue('not a date')
  return z.NEVER
})

const price = z.object({
  meter: z.enum(meterNames),
  unitMicros: integer,
  perUnits: integer,
  reckoned: z.enum(['average', 'sum']),
})

const planVersion = z.object({
  id: z.string(),
  plan: z.enum(['basic', 'pro', 'enterprise', 'per-homeowner']),
  kind: z.enum(['tier', 'per-homeowner']),
  version: z.int(),
  name: z.string(),
  currency: z.string(),
  baseMinor: integer,
  limits: z.object({ users: z.int(), properties: z.int(), bookings: z.int() }).partial(),
  features: z.array(z.enum(features)),
  prices: z.array(price),
}) satisfies z.ZodType<PlanVersion>

const coupon = z.object({
  code: z.string(),
  description: z.string(),
  basisPoints: z.int().nullable(),
  amountMinor: integer.nullable(),
  months: z.int().nullable(),
  usedAt: instant,
  sentAt: instant.nullable(),
  /** From when to when Stripe takes it off; no end for ever, no beginning before Stripe was told. */
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
})

const method = z.object({
  kind: z.string(),
  brand: z.string().nullable(),
  last4: z.string().nullable(),
  expiresOn: day.nullable(),
})

/** What the database says of a company as a customer (`platform.billing`, `app.my_billing`). */
export const billingSchema = z.object({
  tenantId: z.string(),
  name: z.string(),
  state: z.enum(accountStates),
  stateSince: instant,
  currency: z.string(),
  trialEndsAt: instant,
  cancelsAt: instant.nullable(),
  /** Since when an admin holds the company; null when none does. */
  heldAt: instant.nullable(),
  suspensions: z.array(z.object({ startsAt: instant, endsAt: instant.nullable() })),
  overdueSince: instant.nullable(),
  paymentMethodAt: instant.nullable(),
  firstPaidAt: instant.nullable(),
  billingEmail: z.string().nullable(),
  taxExempt: z.boolean(),
  customerId: z.string().nullable(),
  subscriptionId: z.string().nullable(),
  method: method.nullable(),
  /** As Stripe has it: below zero is money the company has with Portico. */
  balanceMinor: integer,
  subscriptionStatus: z.string().nullable(),
  /** The day from which a subscription charges that took the place of one that had ended; null for the first. */
  resumedOn: day.nullable(),
  /** Use of a month whose bill was made already, by the day in whose month it is billed instead. */
  lateUse: z.array(
    z.object({ planVersionId: z.string(), meter: z.enum(meterNames), billedOn: day, value: integer }),
  ),
  /** Every plan it had or has, oldest first; without those that were replaced on their first day. */
  periods: z.array(z.object({ id: z.string(), startsOn: day, endsOn: day.nullable(), plan: planVersion })),
  /** Plans that were agreed ahead of their first day, so that a bill may hold them, and replaced on it. */
  replaced: z.array(z.object({ startsOn: day, plan: planVersion })),
  coupons: z.array(coupon),
})

/** All that is agreed with a company, and how it pays. */
export type Billing = Omit<z.infer<typeof billingSchema>, 'periods' | 'replaced'> & {
  replaced: readonly { startsOn: LocalDate; plan: PlanVersion }[]
  periods: readonly (SubscriptionPeriod & { id: string })[]
}

export const plansSchema = z.array(planVersion)

/** The plans that run on. */
export function openPlans({ periods }: Pick<Billing, 'periods'>): PlanVersion[] {
  return periods.filter(period => period.endsOn === null).map(period => period.plan)
}

/**
 * The first UTC day that is not free any more: a day that the trial ends in is free as a whole, and so are all before
 * a subscription that took the place of one that had ended.
 */
export function firstChargedDay({
  trialEndsAt,
  resumedOn,
}: Pick<Billing, 'trialEndsAt' | 'resumedOn'>): LocalDate {
  const on = dateIn('UTC', trialEndsAt)
  const first = trialEndsAt.getTime() % 86_400_000 === 0 ? on : addDays(on, 1)
  return resumedOn !== null && resumedOn > first ? resumedOn : first
}

/** Whether a month's base prices are waived: the company was suspended when they were billed. */
export function isMonthWaived(
  billing: Pick<Billing, 'suspensions' | 'trialEndsAt' | 'resumedOn'>,
  month: Month,
): boolean {
  return isWaived(billing.suspensions, firstBilledDay({ month, trialEndsOn: firstChargedDay(billing) }))
}

/** What the rating of a month needs to know of what is agreed with a company. */
export function ratedTerms(
  billing: Pick<Billing, 'periods' | 'suspensions' | 'trialEndsAt' | 'resumedOn'>,
): Pick<RateInput, 'periods' | 'suspensions' | 'trialEndsOn' | 'resumed'> {
  return {
    resumed: billing.resumedOn !== null && billing.resumedOn === firstChargedDay(billing),
    periods: billing.periods.map(({ plan, startsOn, endsOn }) => ({ plan, startsOn, endsOn })),
    suspensions: billing.suspensions,
    trialEndsOn: firstChargedDay(billing),
  }
}
