import { type AccountState, takesWrites } from '@/lib/auth/account'
import type { Account, AccountEvent, ChangeCause, Moved, StateChange } from './account'
import { policyAt } from './policy'

const dayLength = 86_400_000
const daysAfter = (at: Date, days: number) => new Date(at.getTime() + days * dayLength)
const laterOf = (a: Date, b: Date) => (a > b ? a : b)

/** A company's account at its beginning: on trial for as long as the terms of that instant say. */
export function newAccount(now: Date): Account {
  return {
    state: 'trialing',
    stateSince: now,
    trialEndsAt: daysAfter(now, policyAt(now).trialDays),
    paymentMethodAt: null,
    firstPaidAt: null,
    overdueSince: null,
    heldAt: null,
    heldReason: null,
    cancelsAt: null,
  }
}

export type NextStep = { at: Date; to: AccountState; cause: ChangeCause }

/** What time alone brings next and when; null when an account stays as it is until something happens. */
export function nextStep(account: Account): NextStep | null {
  const end = endOfState(account)
  const { cancelsAt, state, stateSince } = account
  if (state === 'cancelled' || !cancelsAt || (end && end.at < cancelsAt)) return end
  return { at: laterOf(cancelsAt, stateSince), to: 'cancelled', cause: 'period_ended' }
}

function endOfState(account: Account): NextStep | null {
  const { state, stateSince, trialEndsAt } = account
  const policy = policyAt(stateSince)
  const after = (days: number, to: AccountState): NextStep => ({
    at: daysAfter(stateSince, days),
    to,
    cause: 'grace_ended',
  })
  if (state === 'trialing') {
    const at = laterOf(trialEndsAt, stateSince)
    return { at, to: standingAt(account, at), cause: 'trial_ended' }
  }
  if (state === 'past_due') return after(policy.pastDueDays, 'read_only')
  if (state === 'read_only') return after(policy.readOnlyDays, 'suspended')
  if (state === 'suspended' && !account.heldAt) return after(policy.suspendedDays, 'cancelled')
  return null
}

/** Where an account belongs by its facts alone, held and cancelled aside. */
function standingAt(account: Account, at: Date): AccountState {
  if (account.overdueSince) return 'past_due'
  if (at < account.trialEndsAt) return 'trialing'
  return account.paymentMethodAt || account.firstPaidAt ? 'active' : 'read_only'
}

/**
 * Takes every step that time alone brings until now, each dated when it was due. Doing it twice, late, in several
 * goes or with a clock that went back in between ends the same.
 */
export function dueTransitions(account: Account, now: Date): Moved {
  const changes: StateChange[] = []
  let current = account
  for (let step = nextStep(current); step && step.at <= now; step = nextStep(current)) {
    const moved = moveTo(current, step.to, step.at, step.cause, null)
    current = moved.account
    changes.push(...moved.changes)
  }
  return { account: current, changes }
}

function moveTo(
  account: Account,
  to: AccountState,
  at: Date,
  cause: ChangeCause,
  reason: string | null,
): Moved {
  if (to === account.state) return { account, changes: [] }
  return {
    account: { ...account, state: to, stateSince: at },
    changes: [{ from: account.state, to, at, cause, reason }],
  }
}

/**
 * What an event makes of an account, after what time had brought until then (and what it brings at once after it).
 * An event that means nothing in a state, or comes a second time, changes nothing. With a clock behind the state's
 * beginning, that beginning counts as now.
 */
export function nextState(account: Account, event: AccountEvent, now: Date): Moved {
  const due = dueTransitions(account, now)
  const at = laterOf(now, due.account.stateSince)
  const noted = note(due.account, event, at)
  const reason = event.type === 'admin_suspended' ? event.reason : null
  const moved = moveTo(noted, targetOf(due.account, noted, event, at), at, event.type, reason)
  const after = dueTransitions(moved.account, now)
  return { account: after.account, changes: [...due.changes, ...moved.changes, ...after.changes] }
}

/** Writes an event's facts down; the state stays. */
function note(account: Account, event: AccountEvent, at: Date): Account {
  const open = account.state !== 'cancelled'
  switch (event.type) {
    case 'payment_method_added':
      return { ...account, paymentMethodAt: account.paymentMethodAt ?? at }
    case 'payment_method_removed':
      return { ...account, paymentMethodAt: null }
    case 'invoice_failed':
      return { ...account, overdueSince: account.overdueSince ?? at }
    case 'invoice_paid':
      return { ...account, overdueSince: null, firstPaidAt: account.firstPaidAt ?? at }
    case 'admin_suspended':
      return open && !account.heldAt ? { ...account, heldAt: at, heldReason: event.reason } : account
    case 'admin_reactivated':
      return takesWrites(account.state) || account.state === 'read_only'
        ? account
        : { ...account, heldAt: null, heldReason: null, cancelsAt: open ? account.cancelsAt : null }
    case 'trial_extended':
      return mayExtend(account) && event.until > at ? { ...account, trialEndsAt: event.until } : account
    case 'cancel_requested':
      return open ? { ...account, cancelsAt: event.at } : account
    case 'cancel_withdrawn':
      return open ? { ...account, cancelsAt: null } : account
  }
}

/** A trial can go on, or be taken up again by who has neither paid nor owes; a company that pays has none. */
function mayExtend(account: Account): boolean {
  if (account.state === 'trialing') return true
  const ranOut = account.state === 'read_only' || account.state === 'suspended'
  return ranOut && standingAt(account, account.stateSince) === 'read_only'
}

function targetOf(before: Account, noted: Account, event: AccountEvent, at: Date): AccountState {
  const { state, heldAt } = noted
  const standing = standingAt(noted, at)
  if (event.type === 'admin_suspended') return state === 'cancelled' ? state : 'suspended'
  if (event.type === 'admin_reactivated')
    return state === 'suspended' || state === 'cancelled' ? standing : state
  if (state === 'cancelled' || heldAt) return state
  const good = standing === 'trialing' || standing === 'active'
  switch (event.type) {
    case 'invoice_failed':
      return takesWrites(state) ? 'past_due' : state
    case 'invoice_paid':
    case 'payment_method_added':
      return !good || state === 'trialing' ? state : standing
    case 'trial_extended':
      return noted.trialEndsAt > before.trialEndsAt && good ? standing : state
    default:
      return state
  }
}
