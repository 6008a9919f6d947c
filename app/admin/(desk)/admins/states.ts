import type { Tone } from '@/components/ui/badge'
import type { AdminPerson } from '@/lib/admins/list-admins'

/** Where an admin stands, in words. */
export const adminStates: Record<AdminPerson['state'], { label: string; tone: Tone }> = {
  active: { label: 'Active', tone: 'positive' },
  invited: { label: 'Invited', tone: 'info' },
  suspended: { label: 'Suspended', tone: 'caution' },
}
