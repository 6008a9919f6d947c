import type { AccountState } from '@/lib/auth/account'
import type { Account } from './account'
import { policyAt } from './policy'
import { nextStep } from './rules'

/** A message to the company's admins; the same key is sent once. */
export type Reminder = { readonly key: string; readonly dueAt: Date } & (
  | { readonly kind: 'trial_ends'; readonly daysLeft: number; readonly trialEndsAt: Date }
  /** A state began; `nextAt` and `nextState` say what follows if nothing happens. */
  | {
      readonly kind: 'state_began'
      readonly state: AccountState
      readonly nextAt: Date | null
      readonly nextState: AccountState | null
    }
)

/**
 * The reminder that is due, if any: before the end of a trial the latest whose day has come, otherwise the one of the
 * state itself. Steps that were slept through are not made up for.
 * @param account with what time brought until now already applied (`dueTransitions`)
 */
export function remindersDue(account: Account, now: Date): Reminder[] {
  if (account.state === 'trialing') return trialReminder(account, now)
  if (account.stateSince > now) return []
  const next = nextStep(account)
  const { state, stateSince } = account
  return [
    {
      key: `${state}:${stateSince.toISOString()}`,
      dueAt: stateSince,
      kind: 'state_began',
      state,
      nextAt: next?.at ?? null,
      nextState: next?.to ?? null,
    },
  ]
}

function trialReminder({ trialEndsAt, cancelsAt, stateSince }: Account, now: Date): Reminder[] {
  if (now >= trialEndsAt || (cancelsAt && cancelsAt <= trialEndsAt)) return []
  const due = policyAt(stateSince)
    .trialReminderDays.map(daysLeft => ({
      daysLeft,
      dueAt: new Date(trialEndsAt.getTime() - daysLeft * 86_400_000),
    }))
    .filter(({ dueAt }) => dueAt <= now && dueAt >= stateSince)
    .at(-1)
  if (!due) return []
  return [
    { key: `trial-${due.daysLeft}:${trialEndsAt.toISOString()}`, kind: 'trial_ends', trialEndsAt, ...due },
  ]
}
