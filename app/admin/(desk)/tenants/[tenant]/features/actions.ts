'use server'

import { platformAction } from '@/lib/action/platform-entry'
import { liftOverride } from '@/lib/features/lift-override'
import { overrideFeature } from '@/lib/features/override-feature'
import { liftOverrideSchema, overrideSchema } from '@/lib/features/schema'
import { dateIn } from '@/lib/time/local-date'

/** Grants or denies a company a feature against its plans. */
export const overrideFeatureAction = platformAction(
  { can: 'feature:override', input: overrideSchema },
  ({ tx, admin, input }) => overrideFeature(tx, admin, input, dateIn('UTC', new Date())),
)

/** Lets a company's plans decide about a feature again. */
export const liftOverrideAction = platformAction(
  { can: 'feature:override', input: liftOverrideSchema },
  ({ tx, admin, input }) => liftOverride(tx, admin, input),
)
