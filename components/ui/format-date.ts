const formats = new Map<string, Intl.DateTimeFormat>()

// Making a format costs far more than using it, and a table uses one for every row.
function format(key: string, locale: string, options: Intl.DateTimeFormatOptions) {
  let made = formats.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(locale, options)
    formats.set(key, made)
  }
  return made
}

export type DateLength = 'short' | 'medium' | 'long'

const dates: Record<DateLength, Intl.DateTimeFormatOptions> = {
  short: { month: 'short', day: 'numeric', timeZone: 'UTC' },
  medium: { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' },
  long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' },
}

/** Formats a calendar date (`2026-03-04`) in a locale; no time zone is involved. */
export function formatLocalDate(date: string, length: DateLength = 'medium', locale = 'en-US') {
  return format(`${locale} ${length}`, locale, dates[length]).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  )
}

/** Formats an instant in an IANA time zone; `zoned` adds the zone's abbreviation. */
export function formatInstant(
  at: string | Date,
  zone: string,
  { locale = 'en-US', dateOnly = false, zoned = false } = {},
) {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: zone,
  }
  if (!dateOnly) Object.assign(options, { hour: 'numeric', minute: '2-digit' })
  if (zoned) options.timeZoneName = 'short'
  return format(`${locale} ${zone} ${dateOnly} ${zoned}`, locale, options).format(new Date(at))
}
