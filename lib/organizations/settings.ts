import { type Refusal, refuse } from '@/lib/action/result'
import { type FeatureId, registry } from '@/lib/features/registry'

/** The API's switches, and the features they are. */
export const apiFeatures = {
  enableHostawayIntegration: 'hostaway-integration',
  enableSmsNotifications: 'sms-notifications',
} as const satisfies Record<string, FeatureId>

export type ApiFeatures = { [K in keyof typeof apiFeatures]?: boolean | undefined }

/** The switches that were set, by feature. */
export function chosenFeatures(features: ApiFeatures = {}): { feature: FeatureId; on: boolean }[] {
  return Object.entries(apiFeatures).flatMap(([name, feature]) => {
    const on = features[name as keyof ApiFeatures]
    return on === undefined ? [] : [{ feature, on }]
  })
}

/**
 * Refuses to switch on what a company's plans do not include: what would not work is not accepted in silence.
 * @param included features of the plans; a feature that can be switched counts by what it needs of a plan
 */
export function refuseBeyondPlan(features: ApiFeatures = {}, included: readonly string[]): Refusal | null {
  const beyond = Object.entries(apiFeatures).find(([name, feature]) => {
    const wanted = features[name as keyof ApiFeatures] === true
    return wanted && !included.includes(registry[feature].needs) && !included.includes(feature)
  })
  if (!beyond) return null
  const [name, feature] = beyond
  const { label } = registry[feature]
  return refuse('not_in_plan', {
    params: { feature: label, remedy: 'Choose a higher tier, or leave it off.' },
    fields: { [`settings.features.${name}`]: `${label} is not part of this tier.` },
  })
}
