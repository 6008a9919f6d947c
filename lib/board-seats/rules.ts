import type { LocalDate } from '@/lib/time/local-date'

/** The offices of a board, in the order in which boards are written down. */
export const titles = [
  { value: 'president', label: 'President' },
  { value: 'vice-president', label: 'Vice president' },
  { value: 'treasurer', label: 'Treasurer' },
  { value: 'secretary', label: 'Secretary' },
  { value: 'director', label: 'Director' },
] as const

/** What an office is called. */
export function titleName(title: string): string {
  return titles.find(known => known.value === title)?.label ?? title
}

type Term = { startsOn: LocalDate; endsOn: LocalDate | null }

/** Where a term stands on a day: terms begin on their first day and are over on their last. */
export function standing({ startsOn, endsOn }: Term, today: LocalDate): 'now' | 'later' | 'before' {
  if (startsOn > today) return 'later'
  return endsOn !== null && endsOn <= today ? 'before' : 'now'
}
