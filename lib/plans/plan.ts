export const tierPlans = ['basic', 'pro', 'enterprise'] as const
export type TierPlan = (typeof tierPlans)[number]
export type PlanName = TierPlan | 'per-homeowner'

/** A company has at most one plan of each kind at a time. */
export type PlanKind = 'tier' | 'per-homeowner'

export const features = [
  'core',
  'basic-reporting',
  'advanced-reporting',
  'api',
  'integrations',
  'custom-branding',
  'custom-domain',
  'priority-support',
] as const
export type Feature = (typeof features)[number]

/**
 * What is measured by UTC day: a level is what stands at its end (people, bytes), a count what happened in it.
 */
export const meters = {
  homeowners: { by: 'level', title: 'Homeowners' },
  users: { by: 'level', title: 'Users' },
  properties: { by: 'level', title: 'Properties' },
  bookings: { by: 'count', title: 'Bookings' },
  'storage-bytes': { by: 'level', title: 'Storage' },
  emails: { by: 'count', title: 'Emails' },
  texts: { by: 'count', title: 'Text messages' },
  'api-calls': { by: 'count', title: 'API calls' },
} as const satisfies Record<string, { by: 'level' | 'count'; title: string }>
export type Meter = keyof typeof meters
export const meterNames = Object.keys(meters) as Meter[]

/** What a plan charges for a meter, a month. */
export type MeterPrice = {
  readonly meter: Meter
  /** Micros: millionths of the currency's unit (1 USD = 1,000,000). */
  readonly unitMicros: bigint
  /** How many of the meter one unit price buys: 1, or 10⁹ bytes. */
  readonly perUnits: bigint
  /** Charged are the average over all days of the month (days not subscribed count as nothing), or the sum of the days. */
  readonly reckoned: 'average' | 'sum'
}

/** What a plan can limit: the company's own people, properties, bookings in a month. */
export const limitNames = ['users', 'properties', 'bookings'] as const
export type LimitName = (typeof limitNames)[number]

/** The most there may be; what is not named has no limit. */
export type Limits = Readonly<Partial<Record<LimitName, number>>>

/** One version of a plan; never changed once a company has bought it. */
export type PlanVersion = {
  /** `pro-1` */
  readonly id: string
  readonly plan: PlanName
  readonly version: number
  readonly kind: PlanKind
  /** What people call the plan: `Pro`. */
  readonly name: string
  /** ISO 4217 */
  readonly currency: string
  /** For a whole month. */
  readonly baseMinor: bigint
  readonly limits: Limits
  readonly features: readonly Feature[]
  readonly prices: readonly MeterPrice[]
}
