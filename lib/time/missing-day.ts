const months = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' })
const ordinals = new Intl.PluralRules('en-US', { type: 'ordinal' })
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' }

type Parts = { year: number; month: number; day: number }

/** The parts of a date written as `2025-02-30` or `02/30/2025`, whether or not there is such a day. */
function readParts(text: string): Parts | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text.trim())
  if (iso) return { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) }
  const american = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text.trim())
  return american && { year: Number(american[4]), month: Number(american[1]), day: Number(american[3]) }
}

/**
 * Says of a date that is written well which day its month has not: `February 2025 has no 30th.`
 * @returns null when there is such a day, or the text does not name a month and day
 */
export function missingDay(text: string): string | null {
  const parts = readParts(text)
  if (!parts || parts.day < 1 || parts.month < 1 || parts.month > 12 || parts.year < 1000) return null
  const { year, month, day } = parts
  if (day <= new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  const named = months.format(Date.UTC(year, month - 1))
  return `${named} ${year} has no ${day}${endings[ordinals.select(day)] ?? 'th'}.`
}
