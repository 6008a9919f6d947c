import { z } from 'zod'
import type { Permission } from './permissions'

/** Where a company stands as a customer, from trial to the end. */
export const accountStates = [
  'trialing',
  'active',
  'past_due',
  'read_only',
  'suspended',
  'cancelled',
] as const
export type AccountState = (typeof accountStates)[number]

/** What the database says of a company's account when a request opens (`platform.entitlements`). */
export const accountSchema = z.object({
  state: z.enum(accountStates),
  trialEndsAt: z.iso.datetime({ offset: true }),
  /** What the plans, and admins of Portico beside them, let the company have. */
  available: z.array(z.string()),
  /** Of these, what the company has not switched off: what works. */
  features: z.array(z.string()),
})

/** A company's standing: what its plans and its payments let its people do right now. */
export type Account = z.infer<typeof accountSchema>

/** What stays possible when nothing else does: one's own account, and paying. */
const always: ReadonlySet<Permission> = new Set<Permission>([
  'account:manage',
  'billing:read',
  'billing:write',
])

/** Says whether a company that stands so may change anything at all; reads and exports work in `read_only` too. */
export function takesWrites(state: AccountState): boolean {
  return state === 'trialing' || state === 'active' || state === 'past_due'
}

/** Says whether a company that stands so may have something written under this permission. Reading is never asked about. */
export function mayWrite(account: Account, permission: Permission): boolean {
  return always.has(permission) || takesWrites(account.state)
}

/** Says whether a company that stands so may have something read under this permission. */
export function mayRead(account: Account, permission: Permission): boolean {
  return always.has(permission) || (account.state !== 'suspended' && account.state !== 'cancelled')
}
