import type { Feature as PlanFeature } from '@/lib/plans/plan'

/**
 * What a company can switch on: what it is called, what it does today, the plan feature it needs, and whether it is on
 * until somebody says otherwise. The database keeps the same list (`platform.features`); a test holds the two together.
 */
export const registry = {
  'hostaway-integration': {
    label: 'Hostaway integration',
    description: 'For listings, bookings and guests from Hostaway. Portico does not read them yet.',
    needs: 'integrations',
    on: false,
  },
  'sms-notifications': {
    label: 'Text messages',
    description:
      'For messages as texts. Portico writes none by itself yet; when off, nothing is ever sent to phones.',
    needs: 'core',
    on: true,
  },
  api: {
    label: 'REST API',
    description:
      'Programs read associations, units and homeowners as JSON, as whoever is signed in may see them.',
    needs: 'api',
    on: true,
  },
  'custom-domain': {
    label: 'Your own domain',
    description: 'Your team and your homeowners find you at an address of your own.',
    needs: 'custom-domain',
    on: true,
  },
  'custom-branding': {
    label: 'Emails without Portico’s name',
    description: 'Emails to your homeowners and owners do not name Portico at their end.',
    needs: 'custom-branding',
    on: true,
  },
  'advanced-reporting': {
    label: 'Advanced reporting',
    description:
      'For reports across associations and properties, with history and forecasts. There are none yet.',
    needs: 'advanced-reporting',
    on: true,
  },
} as const satisfies Record<string, { label: string; description: string; needs: PlanFeature; on: boolean }>

export type FeatureId = keyof typeof registry

export const featureIds = Object.keys(registry) as FeatureId[]
