import type { ServiceHour } from './read-service'

const hour = 3_600_000

/** A span of time with the shares of its requests that were slow and that broke; null without requests. */
export type ServicePoint = { from: Date; slow: number | null; errors: number | null }

/**
 * The shares of slow and of broken requests in so many spans of equal length, the last of which holds `now`; spans
 * begin with a UTC day or hour.
 * @param span length in hours, 1 or 24
 */
export function serviceSeries(
  hours: readonly ServiceHour[],
  now: Date,
  span: number,
  count: number,
): ServicePoint[] {
  const length = span * hour
  const last = Math.floor(now.getTime() / length)
  return Array.from({ length: count }, (_, index) => {
    const at = last - count + 1 + index
    const within = hours.filter(({ hourAt }) => Math.floor(hourAt.getTime() / length) === at)
    const requests = within.reduce((sum, row) => sum + row.requests, 0)
    const share = (of: 'slow' | 'errors') =>
      requests > 0 ? within.reduce((sum, row) => sum + row[of], 0) / requests : null
    return { from: new Date(at * length), slow: share('slow'), errors: share('errors') }
  })
}
