import { type Refusal, refuse } from '@/lib/action/result'
import type { Account } from '@/lib/auth/account'
import { type FeatureId, registry } from './registry'

/** The way to a plan that has what is missing. */
export const seePlans = { href: '/manage/settings/billing', label: 'See plans' }

/**
 * Refuses a company what it does not have: 'not_in_plan', or 'switched_off' when only its own switch is in the way;
 * null when it has it. Entry points ask this for the feature their spec names, and nobody else needs to.
 */
export function refuseFeature(account: Account, feature: FeatureId | undefined): Refusal | null {
  if (!feature || account.features.includes(feature)) return null
  const { label } = registry[feature]
  return account.available.includes(feature)
    ? refuse('switched_off', {
        params: { feature: label, remedy: 'An admin can switch it on under Settings, Features.' },
        link: { href: '/manage/settings/features', label: 'Open features' },
      })
    : refuse('not_in_plan', {
        params: { feature: label, remedy: 'See Settings, Billing for the plans that include it.' },
        link: seePlans,
      })
}
