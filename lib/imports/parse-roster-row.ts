import { z } from 'zod'
import { readPhone } from '@/lib/phone/read-phone'
import { clip } from './clip'
import { noDate, readDate } from './read-date'
import type { ParsedRow, RosterField, RowMessage } from './schema'
import { type Address, readPostalCode, splitAddress } from './split-address'
import { collapseSpaces, tidyName } from './tidy-name'

const emailAddress = z.email().max(254)

export type RosterRow = {
  association: string | null
  associationKey: string | null
  unit: string
  name: string
  email: string | null
  phone: string | null
  mailingAddress: (Address & { country: string | null }) | null
  /** First day of the ownership; null when the file does not say. */
  ownerSince: string | null
}

/**
 * Reads one row of a roster: one owner of one unit.
 * @param cell gives the text of a field, '' when it is not mapped
 * @param today the latest day on which an ownership may have begun, YYYY-MM-DD
 * @returns every refusal of the row at once; what was left out is told in `notes`
 */
export function parseRosterRow(cell: (field: RosterField) => string, today: string): ParsedRow<RosterRow> {
  const messages: RowMessage[] = []
  const notes: RowMessage[] = []
  const refuse = (field: RosterField, message: string) => messages.push({ field, message })
  const association = filled(cell('association'))
  const associationKey = filled(cell('associationKey'))
  if (association === null && associationKey === null) refuse('association', 'The association is missing.')
  const unit = filled(cell('unit'))
  if (unit === null) refuse('unit', 'The unit is missing.')
  else if (unit.length > 60) refuse('unit', 'The unit is longer than 60 characters.')
  const name = readName(cell)
  if (name === '') refuse('name', 'The name is missing.')
  else if (name.length > 120) refuse('name', 'The name is longer than 120 characters.')
  const email = readEmail(cell('email'), messages, notes)
  const phone = cell('phone').trim() === '' ? null : readPhone(cell('phone'))
  if (cell('phone').trim() !== '' && phone === null)
    refuse('phone', `“${clip(cell('phone'))}” is not a telephone number.`)
  const ownerSince = readOwnerSince(cell('ownerSince'), today, messages)
  if (messages.length > 0 || unit === null) return { ok: false, messages }
  const mailingAddress = readMailingAddress(cell, notes)
  return {
    ok: true,
    value: { association, associationKey, unit, name, email, phone, mailingAddress, ownerSince },
    notes,
  }
}

/** One column, or first and last name; a lone `Last, First` is put in speaking order. */
function readName(cell: (field: RosterField) => string): string {
  const parts = [cell('firstName'), cell('lastName')].map(collapseSpaces).filter(part => part !== '')
  const whole = collapseSpaces(cell('name'))
  if (whole === '') return tidyName(parts.join(' '))
  const inverted = /^([\p{L}'’-]+(?: [\p{L}'’-]+)?), ([\p{L}'’-]+(?: [\p{L}.]+)?)$/u.exec(whole)
  const company = /\b(llc|inc|corp|ltd|trust|lp|llp|pa|estate|trs?|trustees?|jr|sr|ii|iii)\b/i.test(whole)
  return tidyName(inverted && !company ? `${inverted[2]} ${inverted[1]}` : whole)
}

function readEmail(text: string, messages: RowMessage[], notes: RowMessage[]): string | null {
  const addresses = text.split(/[;,\s]+/).filter(part => part !== '')
  const [first] = addresses
  if (first === undefined) return null
  if (!emailAddress.safeParse(first).success) {
    messages.push({ field: 'email', message: `“${clip(text)}” is not an email address.` })
    return null
  }
  if (addresses.length > 1)
    notes.push({ field: 'email', message: 'Only the first of several email addresses was taken.' })
  return first.toLowerCase()
}

function readOwnerSince(text: string, today: string, messages: RowMessage[]): string | null {
  if (text.trim() === '') return null
  const day = readDate(text)
  if (day === null) messages.push({ field: 'ownerSince', message: noDate(text) })
  else if (day > today) messages.push({ field: 'ownerSince', message: 'This date is in the future.' })
  return day
}

function readMailingAddress(
  cell: (field: RosterField) => string,
  notes: RowMessage[],
): RosterRow['mailingAddress'] {
  const split = splitAddress(cell('mailingAddress'))
  const zip = cell('mailingPostalCode').trim()
  const country = filled(cell('mailingCountry'))
  const abroad = country !== null && !/^(us|usa|u\.s\.a?\.|united states.*)$/i.test(country)
  if (zip !== '' && !abroad && readPostalCode(zip) === null)
    notes.push({
      field: 'mailingPostalCode',
      message: 'The ZIP code is malformed and was taken as it stands.',
    })
  const lines = [cell('mailingStreet'), cell('mailingStreet2')].map(tidied)
  const street = lines.filter(line => line !== null).join(', ')
  const address = {
    street: street === '' ? split.street : street,
    city: tidied(cell('mailingCity')) ?? split.city,
    region: filled(cell('mailingRegion'))?.toUpperCase() ?? split.region,
    postalCode: (abroad ? null : readPostalCode(zip)) ?? filled(zip) ?? split.postalCode,
    country,
  }
  return Object.values(address).some(part => part !== null) ? address : null
}

function filled(text: string): string | null {
  return collapseSpaces(text) || null
}

function tidied(text: string): string | null {
  const value = filled(text)
  return value === null ? null : tidyName(value)
}
