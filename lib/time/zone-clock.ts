const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  clocks.set(zone, clock)
  return clock
}

/** What the clocks of an IANA zone show at an instant, in minutes after midnight: 0 to 1439. */
export function minuteOfDayIn(zone: string, at: Date): number {
  const [hour = 0, minute = 0] = clockOf(zone).format(at).split(':').map(Number)
  return hour * 60 + minute
}
