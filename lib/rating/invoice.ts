import type { Fraction } from '@/lib/fraction/fraction'
import type { Meter, PlanVersion } from '@/lib/plans/plan'
import type { LocalDate } from '@/lib/time/local-date'
import type { Month } from '@/lib/time/month'

/** UTC days on which a plan version is subscribed to, from `startsOn` up to, not including, `endsOn`. */
export type SubscriptionPeriod = {
  readonly plan: PlanVersion
  readonly startsOn: LocalDate
  /** Null while it runs on. */
  readonly endsOn: LocalDate | null
}

/** What a meter says of one UTC day: the level at its end (bytes, people), or how much was counted in it. */
export type DayUsage = { readonly day: LocalDate; readonly meter: Meter; readonly quantity: bigint }

export type Coupon = {
  readonly id: string
  readonly description: string
  /** Each month anew: an amount, or a share (in basis points) of what is left to pay before tax. */
  readonly off:
    | { readonly by: 'amount'; readonly amountMinor: bigint }
    | { readonly by: 'percent'; readonly basisPoints: number }
  readonly startsIn: Month
  /** How many months it counts, that one included; null for ever. */
  readonly months: number | null
}

/** Money the company has with Portico, used up like a payment: after tax. */
export type Credit = { readonly id: string; readonly description: string; readonly leftMinor: bigint }

/** A tax that is added to the prices, or is contained in them. */
export type TaxTerms = {
  readonly name: string
  readonly rateBasisPoints: number
  readonly mode: 'exclusive' | 'inclusive'
}

/** Time in which nothing is charged, because the company's pages were closed to it; without an end while it lasts. */
export type Suspension = { readonly startsAt: Date; readonly endsAt: Date | null }

export type RateInput = {
  readonly month: Month
  /** ISO 4217; every plan must be sold in it. */
  readonly currency: string
  /** In any order; two of one kind may not overlap. */
  readonly periods: readonly SubscriptionPeriod[]
  /** At most one a day and meter; other months are ignored, missing days are zero. */
  readonly usage: readonly DayUsage[]
  /** The first day that is not free any more; null without a trial. */
  readonly trialEndsOn: LocalDate | null
  /** Whether the days before it are free because the account had ended and began anew, and not for a trial. */
  readonly resumed?: boolean
  /** In any order. */
  readonly suspensions?: readonly Suspension[]
  /** Applied in this order. */
  readonly coupons?: readonly Coupon[]
  /** Used up in this order. */
  readonly credits?: readonly Credit[]
  readonly tax?: TaxTerms | null
}

export type LineKind = 'base' | 'usage' | 'trial' | 'hold' | 'coupon' | 'tax' | 'credit'

/** `amountMinor` is quantity × unit price, rounded once, half up. */
export type InvoiceLine = {
  readonly kind: LineKind
  readonly description: string
  readonly planVersionId: string | null
  readonly meter: Meter | null
  /** The coupon or credit it comes from. */
  readonly sourceId: string | null
  /** The days it is for, up to, not including, `endsOn`. */
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  /** Exact: 10/31 of a base price, 4247/31 homeowners, 25/2 GB. */
  readonly quantity: Fraction
  /** Millionths of the currency's unit; negative for coupons and credits. */
  readonly unitPriceMicros: bigint
  readonly amountMinor: bigint
}

export type Invoice = {
  readonly month: Month
  readonly currency: string
  readonly lines: readonly InvoiceLine[]
  /** Base prices and usage. */
  readonly subtotalMinor: bigint
  /** What coupons take off; never negative. */
  readonly discountMinor: bigint
  /** Added to the total, or contained in it when `taxIncluded`. */
  readonly taxMinor: bigint
  readonly taxIncluded: boolean
  /** What credits pay; never negative. */
  readonly creditMinor: bigint
  /** Always the sum of the lines; never negative. */
  readonly totalMinor: bigint
}
