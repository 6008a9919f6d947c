/** How long each step lasts, in days of 24 hours, and when people are reminded. */
export type AccountPolicy = {
  /** In force from this instant on, until the next one. */
  readonly from: Date
  readonly trialDays: number
  /** How far ahead of today a trial may be extended at once, and how long it may last in all from the first day. */
  readonly extensionDays: number
  readonly longestTrialDays: number
  /** How long everything still works after a failed payment. */
  readonly pastDueDays: number
  readonly readOnlyDays: number
  /** How long a company that did not pay stays suspended before it is cancelled. */
  readonly suspendedDays: number
  /** Days before the end of the trial, most first. */
  readonly trialReminderDays: readonly number[]
}

/** Portico's own terms, earliest first; a change is a further entry, and states that began before keep theirs. */
const policies: readonly [AccountPolicy, ...AccountPolicy[]] = [
  {
    from: new Date('2026-01-01T00:00:00Z'),
    trialDays: 30,
    extensionDays: 90,
    longestTrialDays: 180,
    pastDueDays: 7,
    readOnlyDays: 14,
    suspendedDays: 30,
    trialReminderDays: [7, 3, 1],
  },
]

/** The terms in force at an instant; before the first ones, those. */
export function policyAt(at: Date): AccountPolicy {
  return policies.findLast(policy => policy.from <= at) ?? policies[0]
}
