import type { AccountState } from '@/lib/auth/account'

/** Where a company stands as a customer. All instants in UTC. */
export type Account = {
  readonly state: AccountState
  /** When the state began: the moment the one before ran out, however late that was noticed. */
  readonly stateSince: Date
  readonly trialEndsAt: Date
  /** Since when a payment method is on file; null without one. */
  readonly paymentMethodAt: Date | null
  /** When the company first paid an invoice; null before. */
  readonly firstPaidAt: Date | null
  /** Since when an invoice is unpaid after a failed attempt; null when none is. */
  readonly overdueSince: Date | null
  /** An admin's suspension, which neither payment nor time lifts. */
  readonly heldAt: Date | null
  readonly heldReason: string | null
  /** The end of the paid period after which the company does not go on; null when nobody cancelled. */
  readonly cancelsAt: Date | null
}

/** What happens to an account; what time alone brings is no event, see `dueTransitions`. */
export type AccountEvent =
  | { readonly type: 'payment_method_added' }
  | { readonly type: 'payment_method_removed' }
  /** An attempt to collect an invoice failed. */
  | { readonly type: 'invoice_failed' }
  /** An invoice of more than nothing was paid and no other is overdue. */
  | { readonly type: 'invoice_paid' }
  | { readonly type: 'admin_suspended'; readonly reason: string }
  | { readonly type: 'admin_reactivated' }
  | { readonly type: 'trial_extended'; readonly until: Date }
  | { readonly type: 'cancel_requested'; readonly at: Date }
  | { readonly type: 'cancel_withdrawn' }

/** What moved an account: an event, or time. */
export type ChangeCause = AccountEvent['type'] | 'trial_ended' | 'grace_ended' | 'period_ended'

export type StateChange = {
  readonly from: AccountState
  readonly to: AccountState
  /** When it counts from. */
  readonly at: Date
  readonly cause: ChangeCause
  /** An admin's words; null otherwise. */
  readonly reason: string | null
}

export type Moved = { readonly account: Account; readonly changes: readonly StateChange[] }

/** Every step there is; a state may also stay as it is. */
export const allowedSteps: Readonly<Record<AccountState, readonly AccountState[]>> = {
  trialing: ['active', 'past_due', 'read_only', 'suspended', 'cancelled'],
  active: ['past_due', 'suspended', 'cancelled'],
  past_due: ['trialing', 'active', 'read_only', 'suspended', 'cancelled'],
  read_only: ['trialing', 'active', 'suspended', 'cancelled'],
  suspended: ['trialing', 'active', 'past_due', 'read_only', 'cancelled'],
  cancelled: ['trialing', 'active', 'past_due', 'read_only'],
}
