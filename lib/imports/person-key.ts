import { normaliseText } from '@/lib/lists/search-terms'
import type { RosterRow } from './parse-roster-row'

/**
 * Tells people of a roster apart: two rows are one person when the names are equal and so is the email address, or without one
 * the telephone number, or without that the mailing address; otherwise only within the unit.
 */
export function personKey(row: RosterRow, unitId: string): string {
  return [normaliseText(row.name), contactKey(row) ?? `unit ${unitId}`].join('\u001F')
}

/** What besides the name tells a person apart; null when nothing does. */
export function contactKey(row: Pick<RosterRow, 'email' | 'phone' | 'mailingAddress'>): string | null {
  if (row.email) return `email ${row.email}`
  if (row.phone) return `phone ${row.phone}`
  const { street, postalCode } = row.mailingAddress ?? {}
  return street ? `mail ${normaliseText(street)} ${postalCode ?? ''}` : null
}
