import type { Reminder } from '@/lib/accounts/reminders-due'
import type { AccountState } from '@/lib/auth/account'

type Words = { subject: string; body: string }

const what: Record<AccountState, string> = {
  trialing: 'be on trial',
  active: 'be active',
  past_due: 'be overdue',
  read_only: 'become read-only',
  suspended: 'be suspended',
  cancelled: 'be closed',
}

const began: Partial<Record<AccountState, Words>> = {
  past_due: {
    subject: 'A payment to Portico failed',
    body: 'We could not collect your last invoice. Everything works as before for now; we will try again. Please check your payment method.',
  },
  read_only: {
    subject: 'Your account is read-only',
    body: 'You and your homeowners can read everything, and you can export it, but nothing can be changed until the account is paid.',
  },
  suspended: {
    subject: 'Your account is suspended',
    body: 'Your people can no longer use the pages, except for billing. Nothing has been deleted.',
  },
  cancelled: {
    subject: 'Your account is closed',
    body: 'Your subscription has ended and nothing is charged any more. Nothing has been deleted yet: write to Portico to take the account up again.',
  },
}

/**
 * Says a reminder in words; null when a state needs none.
 * @param day writes an instant as a calendar day, in the company's zone and language
 */
export function reminderWords(reminder: Reminder, day: (at: Date) => string): Words | null {
  if (reminder.kind === 'trial_ends') {
    const left = reminder.daysLeft === 1 ? 'tomorrow' : `in ${reminder.daysLeft} days`
    return {
      subject: `Your trial ends ${left}`,
      body: `Your Portico trial ends on ${day(reminder.trialEndsAt)}. Add a payment method to go on without a break; without one the account becomes read-only on that day. Nothing is deleted.`,
    }
  }
  const words = began[reminder.state]
  if (!words || !reminder.nextAt || !reminder.nextState) return words ?? null
  const next = `If nothing happens, the account will ${what[reminder.nextState]} on ${day(reminder.nextAt)}.`
  return { ...words, body: `${words.body}\n\n${next}` }
}
