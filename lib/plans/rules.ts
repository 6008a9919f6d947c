import {
  type Feature,
  type LimitName,
  type Limits,
  limitNames,
  type PlanName,
  type PlanVersion,
  tierPlans,
} from './plan'

export type SizeClass = 'small' | 'medium' | 'large' | 'enterprise'

/** The size class of a company on the per-homeowner plan. */
export function sizeClass(homeowners: number): SizeClass {
  if (homeowners < 100) return 'small'
  if (homeowners < 500) return 'medium'
  return homeowners < 2_000 ? 'large' : 'enterprise'
}

export type LimitState = 'ok' | 'warning' | 'reached'

/**
 * Says how near a limit is: a warning from 80 % on; reached when there is no room for one more.
 * @param limit undefined: there is none
 */
export function limitState(used: number, limit: number | undefined): LimitState {
  if (limit === undefined) return 'ok'
  if (used >= limit) return 'reached'
  return used * 5 >= limit * 4 ? 'warning' : 'ok'
}

export type LimitUsage = Readonly<Record<LimitName, number>>
export type Excess = { limit: LimitName; used: number; allowed: number; sentence: string }

/**
 * What of today's use a plan would not hold, each with a sentence that says what to do; empty when the plan fits.
 * @param usage users and properties now, bookings of the current month
 */
export function exceedingLimits(usage: LimitUsage, plan: PlanVersion): Excess[] {
  return limitNames.flatMap(limit => {
    const [used, allowed] = [usage[limit], plan.limits[limit]]
    if (allowed === undefined || used <= allowed) return []
    return [{ limit, used, allowed, sentence: excessSentence(limit, used, allowed, plan.name) }]
  })
}

function excessSentence(limit: LimitName, used: number, allowed: number, title: string): string {
  const [has, may, over] = [used, allowed, used - allowed].map(count => count.toLocaleString('en-US'))
  if (limit === 'users')
    return `There are ${has} users; ${title} includes ${may}. Suspend ${over} of them first.`
  if (limit === 'properties')
    return `There are ${has} properties; ${title} includes ${may}. Archive ${over} of them first.`
  return `There are ${has} bookings this month; ${title} includes ${may} a month. Change in a month with fewer.`
}

/** The limits of a company with several plans: of each, the lowest that any of its plans sets. */
export function limitsOf(plans: readonly Pick<PlanVersion, 'limits'>[]): Limits {
  const lowest: Partial<Record<LimitName, number>> = {}
  for (const limit of limitNames) {
    const set = plans.flatMap(plan => plan.limits[limit] ?? [])
    if (set.length > 0) lowest[limit] = Math.min(...set)
  }
  return lowest
}

/** The features of a company with several plans: what any of its plans includes. */
export function featuresOf(plans: readonly Pick<PlanVersion, 'features'>[]): ReadonlySet<Feature> {
  return new Set(plans.flatMap(plan => plan.features))
}

const ranks: readonly PlanName[] = tierPlans
const rankOf = ({ plan }: PlanVersion) => ranks.indexOf(plan)

/**
 * Says which way a change goes; between versions of one plan it is neither.
 * @throws when the plans are of different kinds: a company has one of each
 */
export function compareTiers(current: PlanVersion, next: PlanVersion): 'upgrade' | 'downgrade' | 'same' {
  if (current.kind !== next.kind) throw new RangeError(`${current.id} and ${next.id} cannot be compared`)
  const step = rankOf(next) - rankOf(current)
  if (step === 0) return 'same'
  return step > 0 ? 'upgrade' : 'downgrade'
}

/** The lowest tier on offer that includes a feature; null when none does. */
export function lowestWith(feature: Feature, offered: readonly PlanVersion[]): PlanVersion | null {
  return lowestTier(offered.filter(plan => plan.features.includes(feature)))
}

/** The lowest tier on offer that has room for one more than is used; null when none has. */
export function lowestWithRoom(
  limit: LimitName,
  used: number,
  offered: readonly PlanVersion[],
): PlanVersion | null {
  return lowestTier(offered.filter(({ limits }) => (limits[limit] ?? Number.POSITIVE_INFINITY) > used))
}

function lowestTier(plans: readonly PlanVersion[]): PlanVersion | null {
  return plans.filter(plan => plan.kind === 'tier').sort((a, b) => rankOf(a) - rankOf(b))[0] ?? null
}
