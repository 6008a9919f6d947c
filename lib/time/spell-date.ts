const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })

/** Writes a calendar date, `YYYY-MM-DD`, as sentences have it: `Mar 15, 2024`. */
export function spellDate(date: string): string {
  return format.format(new Date(`${date}T00:00:00Z`))
}
