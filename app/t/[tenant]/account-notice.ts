import type { Account } from '@/lib/auth/account'

const dayMs = 86_400_000
/** From how many days before its end a trial is spoken of. */
const daysAhead = 7

/**
 * What the back office says above every page of where the company stands, and to whom; null when there is nothing to
 * say. What stops people's work everybody is told, the rest whoever looks after the bill.
 */
export function accountNotice(
  account: Pick<Account, 'state' | 'trialEndsAt'>,
  now: Date,
): { text: string; action: string; audience: 'everybody' | 'billing' } | null {
  switch (account.state) {
    case 'trialing': {
      const left = Math.ceil((new Date(account.trialEndsAt).getTime() - now.getTime()) / dayMs)
      if (left > daysAhead) return null
      const when = left > 1 ? `in ${left} days` : left === 1 ? 'within a day' : 'today'
      return { text: `Your trial ends ${when}.`, action: 'Choose how to go on', audience: 'billing' }
    }
    case 'past_due':
      return {
        text: 'The last payment did not go through. Everything works as usual while you sort it out.',
        action: 'Open billing',
        audience: 'billing',
      }
    case 'read_only':
      return {
        text: 'The account is read-only: you can look at and export everything, and change nothing until billing is settled.',
        action: 'Open billing',
        audience: 'everybody',
      }
    default:
      return null
  }
}
