import { usualZones, zoneName } from '@/lib/time/zone-name'

const names = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' })

/** The months of a year as choices: `1` January to `12` December. */
export const months = Array.from({ length: 12 }, (_, at) => ({
  value: String(at + 1),
  label: names.format(new Date(Date.UTC(2026, at, 1))),
}))

/** What a month is called; 1 is January. */
export function monthName(month: number): string {
  return months[month - 1]?.label ?? ''
}

/** Whether this is a zone of the IANA database. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

/** The zones to choose from, with the one in use among them. */
export function zoneChoices(inUse?: string): { value: string; label: string }[] {
  const known = usualZones.some(zone => zone.value === inUse)
  return known || !inUse ? usualZones : [...usualZones, { value: inUse, label: zoneName(inUse) }]
}

const states =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming'

/** Whose law can govern an association, by ISO 3166-2 code. */
export const jurisdictions = states.split('|').map(state => {
  const [code = '', ...words] = state.split(' ')
  return { value: `US-${code}`, label: words.join(' ') }
})

/** A number in a public register as people write it: without the mark of the register it is known by here. */
export function registerNumber(externalKey: string): string {
  return externalKey.replace(/^[a-z]{2}-[a-z]+:/, '')
}

/** Names a jurisdiction; a code that is not in the list stands for itself. */
export function jurisdictionName(code: string): string {
  return jurisdictions.find(known => known.value === code)?.label ?? code
}

type Address = {
  street: string | null
  city: string | null
  region: string | null
  postalCode: string | null
}

/** An address in one line; empty when nothing of it is known. */
export function addressLine({ street, city, region, postalCode }: Address): string {
  const place = [region, postalCode].filter(Boolean).join(' ')
  return [street, city, place].filter(Boolean).join(', ')
}
