const day = 86_400

/** `count` intervals after `anchor` in UTC; a day the month does not have becomes its last one. Seconds since 1970. */
export function addIntervals(anchor: number, interval: string, count: number): number {
  if (interval === 'day') return anchor + count * day
  if (interval === 'week') return anchor + count * 7 * day
  const months = interval === 'year' ? 12 * count : count
  const from = new Date(anchor * 1000)
  const year = from.getUTCFullYear()
  const month = from.getUTCMonth() + months
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const time = [from.getUTCHours(), from.getUTCMinutes(), from.getUTCSeconds()] as const
  return Date.UTC(year, month, Math.min(from.getUTCDate(), last), ...time) / 1000
}

/** The cycle of an anchor that contains `at`: `start <= at < end`. */
export function cycleAt(anchor: number, interval: string, count: number, at: number) {
  let cycle = Math.floor((at - anchor) / lengthAtMost(interval, count))
  while (addIntervals(anchor, interval, cycle * count) > at) cycle -= 1
  while (addIntervals(anchor, interval, (cycle + 1) * count) <= at) cycle += 1
  const bound = (n: number) => addIntervals(anchor, interval, n * count)
  return { start: bound(cycle), end: bound(cycle + 1) }
}

function lengthAtMost(interval: string, count: number): number {
  const days = { day: 1, week: 7, month: 31, year: 366 }[interval] ?? 1
  return days * count * day
}
