import { flushCalls } from './count-call'

/** Writes counted calls as soon as the server is asked to stop; it waits for them because the requests do. */
export function flushAtExit(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void flushCalls())
}
