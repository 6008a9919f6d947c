declare const localDate: unique symbol

/** A calendar date without a zone, `YYYY-MM-DD`. */
export type LocalDate = string & { readonly [localDate]: true }

/** Reads a calendar date; null when the text is not one (2026-02-30 is not). */
export function parseLocalDate(text: string): LocalDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const date = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : (text as LocalDate)
}

// Making a formatter takes longer than most pages' queries; there are some six hundred zones.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  formatters.set(zone, made)
  return made
}

/** The calendar date that an instant falls on in an IANA zone. */
export function dateIn(zone: string, at: Date): LocalDate {
  return formatterOf(zone).format(at) as LocalDate
}

/** The date a Postgres `date` column came back as. */
export function fromDbDate(value: Date): LocalDate {
  return value.toISOString().slice(0, 10) as LocalDate
}

/** The value to give to a Postgres `date` column. */
export function toDbDate(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

/** The date some days later; negative for earlier. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDbDate(new Date(toDbDate(date).getTime() + days * 86_400_000))
}
