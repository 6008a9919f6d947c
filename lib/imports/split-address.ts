import { collapseSpaces, tidyName } from './tidy-name'

export type Address = {
  street: string | null
  city: string | null
  region: string | null
  postalCode: string | null
}

const nowhere = new Set(['UNKNOWN', 'AA', 'N/A', 'NA', 'NONE', 'TBD'])

/**
 * Splits `STREET, CITY, ST ZIP` as registers print it; a street may hold commas.
 * @returns the parts, blank ones and place holders such as UNKNOWN as null; a line of another form as street alone
 */
export function splitAddress(line: string): Address {
  const text = collapseSpaces(line)
  const parts = /^(.*), ?([^,]*), ?([A-Za-z]{2})\.? ?([\w-]*)$/.exec(text)
  if (!parts) return { street: filled(text), city: null, region: null, postalCode: null }
  const [, street = '', city = '', region = '', postalCode = ''] = parts
  return {
    street: filled(street),
    city: filled(city),
    region: region.toUpperCase(),
    postalCode: readPostalCode(postalCode),
  }
}

/** A ZIP code of five or nine digits, with the leading zeros a spreadsheet took away; null for anything else. */
export function readPostalCode(text: string): string | null {
  const value = text.trim()
  if (/^\d{5}(-\d{4})?$/.test(value)) return value
  if (/^\d{9}$/.test(value)) return `${value.slice(0, 5)}-${value.slice(5)}`
  if (/^\d{3,4}$/.test(value)) return value.padStart(5, '0')
  return null
}

function filled(text: string): string | null {
  const value = text.trim()
  return value === '' || nowhere.has(value.toUpperCase()) ? null : tidyName(value)
}
