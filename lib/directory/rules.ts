import type { Choice } from '@/lib/lists/define-list'

/** Where a tenant stands, in words. */
export const tenantStatuses: readonly Choice[] = [
  { value: 'provisioning', label: 'Being set up', tone: 'info' },
  { value: 'active', label: 'Active', tone: 'positive' },
  { value: 'suspended', label: 'Suspended', tone: 'caution' },
  { value: 'closed', label: 'Closed', tone: 'neutral' },
]

/** What a tenant manages, in words. */
export const tenantKinds: readonly Choice[] = [
  { value: 'associations', label: 'Associations' },
  { value: 'rentals', label: 'Rentals' },
  { value: 'both', label: 'Both' },
]
