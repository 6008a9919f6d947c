import type { AdminRole } from '@/lib/auth/admin-actor'
import type { Choice } from '@/lib/lists/define-list'

/** The roles of the platform's people, and what each is for. */
export const adminRoles: readonly { value: AdminRole; label: string; note: string }[] = [
  { value: 'owner', label: 'Owner', note: 'Everything, including who else is an admin.' },
  { value: 'billing', label: 'Billing', note: 'Plans, invoices and payments of companies.' },
  { value: 'support', label: 'Support', note: 'Failed work, and companies that let support in.' },
]

/** Where an admin stands, in words. */
export const adminStates = [
  { value: 'active', label: 'Active', tone: 'positive' },
  { value: 'invited', label: 'Invited', tone: 'info' },
  { value: 'suspended', label: 'Suspended', tone: 'caution' },
] as const satisfies readonly Choice[]
export type AdminState = (typeof adminStates)[number]['value']

/** A role as people read it. */
export function adminRoleLabel(role: AdminRole): string {
  return adminRoles.find(each => each.value === role)?.label ?? role
}
