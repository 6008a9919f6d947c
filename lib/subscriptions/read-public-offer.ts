import { asPlatform } from '@/lib/db/as-platform'
import type { PlanVersion } from '@/lib/plans/plan'
import type { LocalDate } from '@/lib/time/local-date'
import { readOffer } from './read-plan-versions'

/** What anybody can buy on a day, for those who are no company here yet: tiers first, cheapest first. */
export function readPublicOffer(on: LocalDate): Promise<PlanVersion[]> {
  return asPlatform(tx => readOffer(tx, on))
}
