import type { TenantId } from '@/lib/db/in-tenant'
import { log } from '@/lib/log/log'
import { dateIn, type LocalDate } from '@/lib/time/local-date'
import { writeCalls } from './write-calls'

/** Calls of one tenant in one UTC day, as one counter of one process saw them. */
export type CallCount = { counterId: string; tenantId: TenantId; day: LocalDate; calls: number }

type Counter = {
  counts: Map<string, CallCount>
  /** What has not reached the database as it stands now. */
  unwritten: Set<CallCount>
  timer: NodeJS.Timeout | null
  written: PromiseWithResolvers<void> | null
}

const everyMs = 15_000

// One a process: bundles of pages and routes each evaluate this module.
const kept = globalThis as typeof globalThis & { porticoCalls?: Counter }

function counter(): Counter {
  kept.porticoCalls ??= {
    counts: new Map(),
    unwritten: new Set(),
    timer: null,
    written: null,
  }
  return kept.porticoCalls
}

/**
 * Counts one call of the API in memory; what was counted is written every 15 seconds, all tenants in one statement.
 * A process that is killed loses at most what it counted since.
 * @returns when this is the first call since the last writing: a promise of the next one, which the server waits for
 *   before it ends; else null
 */
export function countCall(tenantId: TenantId, at: Date = new Date()): Promise<void> | null {
  const own = counter()
  const day = dateIn('UTC', at)
  const key = `${tenantId} ${day}`
  const count = own.counts.get(key) ?? { counterId: crypto.randomUUID(), tenantId, day, calls: 0 }
  own.counts.set(key, count)
  count.calls += 1
  own.unwritten.add(count)
  if (own.written) return null
  own.written = Promise.withResolvers()
  own.timer = setTimeout(() => void flushCalls(), everyMs).unref()
  return own.written.promise
}

/**
 * Writes what was counted, now. Each counter writes its own total, so that a write whose answer was lost is
 * simply made again; when it fails, the counts are kept for the next time.
 */
export async function flushCalls(): Promise<void> {
  const own = counter()
  if (own.timer) clearTimeout(own.timer)
  const { written } = own
  own.written = null
  const rows = [...own.unwritten].map(count => ({ ...count }))
  own.unwritten.clear()
  try {
    if (rows.length > 0) await writeCalls(rows)
    forgetDays(own)
  } catch (error) {
    log().error({ err: error }, 'API calls are not written; they are kept')
    for (const { tenantId, day } of rows) {
      const count = own.counts.get(`${tenantId} ${day}`)
      if (count) own.unwritten.add(count)
    }
  } finally {
    written?.resolve()
  }
}

/** Days that are over are dropped once they are written; the latest goes on growing. */
function forgetDays(own: Counter): void {
  const latest = [...own.counts.values()]
    .map(({ day }) => day)
    .sort()
    .at(-1)
  for (const [key, count] of own.counts) {
    if (count.day !== latest && !own.unwritten.has(count)) own.counts.delete(key)
  }
}
