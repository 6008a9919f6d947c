import { isSurprise } from './report-surprise'

/** Upper bounds of the classes that times fall into, in milliseconds; the last class has none. */
export const timeBounds = [50, 100, 200, 500, 1000, 5000] as const

/** What one company's requests of one hour came to since the last take. */
export type RequestCount = {
  tenantId: string
  /** Start of the hour, in milliseconds since 1970. */
  hourAt: number
  requests: number
  errors: number
  /** How many took at most each bound of `timeBounds` and more than the one before; and how many were slower. */
  classes: number[]
}

// One meter a process: Next evaluates this module once for pages and once for routes.
const kept = globalThis as typeof globalThis & { porticoRequests?: Map<string, RequestCount> }
const hour = 3_600_000

function count(tenantId: string, startedAt: number, took: number, failed: boolean): void {
  kept.porticoRequests ??= new Map()
  const hourAt = Math.floor(startedAt / hour) * hour
  const key = `${tenantId}:${hourAt}`
  const classes = Array.from({ length: timeBounds.length + 1 }, () => 0)
  const counted = kept.porticoRequests.get(key) ?? { tenantId, hourAt, requests: 0, errors: 0, classes }
  const found = timeBounds.findIndex(bound => took <= bound)
  const at = found === -1 ? timeBounds.length : found
  counted.requests += 1
  counted.errors += failed ? 1 : 0
  counted.classes[at] = (counted.classes[at] ?? 0) + 1
  kept.porticoRequests.set(key, counted)
}

/** Runs a company's request and counts it, how long it took, and whether it broke; nothing is written here. */
export async function measured<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
  const [startedAt, from] = [Date.now(), performance.now()]
  try {
    const result = await work()
    count(tenantId, startedAt, performance.now() - from, false)
    return result
  } catch (error) {
    count(tenantId, startedAt, performance.now() - from, isSurprise(error))
    throw error
  }
}

/** Takes what was counted since the last call. */
export function takeRequestCounts(): RequestCount[] {
  const counts = [...(kept.porticoRequests?.values() ?? [])]
  kept.porticoRequests?.clear()
  return counts
}

/** Puts counts back that could not be written, so that the next attempt writes them. */
export function returnRequestCounts(counts: RequestCount[]): void {
  for (const { tenantId, hourAt, ...rest } of counts) {
    kept.porticoRequests ??= new Map()
    const key = `${tenantId}:${hourAt}`
    const now = kept.porticoRequests.get(key)
    if (!now) kept.porticoRequests.set(key, { tenantId, hourAt, ...rest })
    else {
      now.requests += rest.requests
      now.errors += rest.errors
      now.classes = now.classes.map((value, at) => value + (rest.classes[at] ?? 0))
    }
  }
}
