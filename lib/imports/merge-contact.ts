import { normaliseText } from '@/lib/lists/search-terms'
import type { RosterRow } from './parse-roster-row'
import type { StoredPerson } from './resolve-persons'
import type { RowMessage } from './schema'

export type Contact = Pick<RosterRow, 'name' | 'email' | 'phone' | 'mailingAddress'>

/** What several rows say of one person: of each thing the first that says anything. */
export function mergeContacts(rows: readonly Contact[]): Contact {
  return {
    name: rows[0]?.name ?? '',
    email: rows.find(({ email }) => email)?.email ?? null,
    phone: rows.find(({ phone }) => phone)?.phone ?? null,
    mailingAddress: rows.find(({ mailingAddress }) => mailingAddress)?.mailingAddress ?? null,
  }
}

/**
 * Says what a file changes about somebody on record. A blank says nothing; a name that differs in case or accents alone
 * is kept as it is.
 * @returns the person afterwards with a message for each change, or null when nothing changes
 */
export function changeContact(
  stored: StoredPerson,
  said: Contact,
): { person: StoredPerson; messages: RowMessage[] } | null {
  const messages: RowMessage[] = []
  const person = { ...stored }
  if (normaliseText(said.name) !== normaliseText(stored.name)) {
    messages.push({ field: 'name', message: `Name: ${stored.name} → ${said.name}` })
    person.name = said.name
  }
  for (const [field, label] of [
    ['email', 'Email'],
    ['phone', 'Phone'],
  ] as const) {
    if (!said[field] || said[field] === stored[field]) continue
    messages.push({ field, message: `${label}: ${stored[field] ?? 'blank'} → ${said[field]}` })
    person[field] = said[field]
  }
  if (said.mailingAddress && writeAddress(said.mailingAddress) !== writeAddress(stored.mailingAddress)) {
    const before = writeAddress(stored.mailingAddress) || 'blank'
    messages.push({
      field: 'mailingAddress',
      message: `Mailing address: ${before} → ${writeAddress(said.mailingAddress)}`,
    })
    person.mailingAddress = said.mailingAddress
  }
  return messages.length > 0 ? { person, messages } : null
}

/** An address in one line, for people and for comparing. */
export function writeAddress(address: RosterRow['mailingAddress']): string {
  if (!address) return ''
  const { street, city, region, postalCode, country } = address
  return [street, city, [region, postalCode].filter(Boolean).join(' '), country].filter(Boolean).join(', ')
}
