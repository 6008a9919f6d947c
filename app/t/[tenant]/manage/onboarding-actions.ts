'use server'

import { z } from 'zod'
import { tenantAction } from '@/lib/action/tenant-action'
import { dismissOnboarding } from '@/lib/onboarding/dismiss-onboarding'
import { restoreOnboarding } from '@/lib/onboarding/restore-onboarding'

/** Puts the first steps away for the company. */
export const dismissOnboardingAction = tenantAction(
  { can: 'settings:write', input: z.object({}) },
  ({ tx, actor }) => dismissOnboarding(tx, actor),
)

/** Takes the first steps out again. */
export const restoreOnboardingAction = tenantAction(
  { can: 'settings:write', input: z.object({}) },
  ({ tx, actor }) => restoreOnboarding(tx, actor),
)
