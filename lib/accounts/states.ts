import { type AccountState, accountStates } from '@/lib/auth/account'
import type { Choice } from '@/lib/lists/define-list'

const looks: Record<AccountState, Omit<Choice, 'value'>> = {
  trialing: { label: 'Trial', tone: 'info' },
  active: { label: 'Active', tone: 'positive' },
  past_due: { label: 'Past due', tone: 'caution' },
  read_only: { label: 'Read-only', tone: 'caution' },
  suspended: { label: 'Suspended', tone: 'critical' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
}

/** Where a company stands as a customer, in words. */
export const accountStateChoices: readonly Choice[] = accountStates.map(value => ({ value, ...looks[value] }))
