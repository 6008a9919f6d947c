import type { Tone } from '@/components/ui/badge'
import type { Domain } from '@/lib/domains/read-domains'
import { lostAfterDays } from '@/lib/domains/rules'

/** Where a claim stands, in a word. */
export function standingOf({ status, missingSince }: Domain): { label: string; tone: Tone } {
  if (status === 'verified')
    return missingSince
      ? { label: 'Record missing', tone: 'caution' }
      : { label: 'Verified', tone: 'positive' }
  return status === 'pending'
    ? { label: 'Pending', tone: 'info' }
    : { label: 'Not verified', tone: 'critical' }
}

const problems: Record<NonNullable<Domain['problem']>, string> = {
  'no-record': 'There is no such record yet. Name servers may take an hour to show a new one.',
  'other-record': 'There is a record with another value. Compare it with the one below.',
  unreachable: 'The domain’s name servers did not answer. We try again by ourselves.',
  'not-in-plan': 'The company’s plan does not include a domain of its own.',
  taken: 'Another company has verified this domain. If it is yours, please write to support.',
  'given-up': 'The record was not found for two weeks. Set it, then check again.',
  lost: `The record was gone for ${lostAfterDays} days. Set it, then check again.`,
}

/** What is wrong with a claim, in a sentence; null when nothing is. */
export function problemOf({ problem, missingSince }: Domain): string | null {
  if (!problem) return null
  const fading = missingSince ? ` The domain works for ${lostAfterDays} days without it.` : ''
  return problems[problem] + fading
}
