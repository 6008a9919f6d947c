import { log } from '@/lib/log/log'
import { recordRequests } from './record-requests'

const everyMs = 15_000

const record = () =>
  recordRequests().catch(error => {
    log().warn({ err: error }, 'request counts were not written; they are kept for the next time')
    return 0
  })

/** Writes this server process's request counts every 15 seconds and when it is asked to end. */
export function recordWhileServing(): void {
  setInterval(record, everyMs).unref()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, record)
}
