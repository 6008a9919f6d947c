import { asPlatform } from '@/lib/db/as-platform'
import { pools } from '@/lib/db/pools'
import { log } from '@/lib/log/log'

export type Health = { status: 'ready' | 'not ready'; checks: Record<'database' | 'queue', 'ok' | 'failed'> }

const patienceMs = 3_000

async function passes(name: string, check: () => Promise<unknown>): Promise<'ok' | 'failed'> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs)
  try {
    await Promise.race([check(), late.promise])
    return 'ok'
  } catch (error) {
    log().error({ check: name, err: error }, 'health check failed')
    return 'failed'
  } finally {
    clearTimeout(timer)
  }
}

/** Checks that the server can do its work: its database answers as the tenants' role, and the queue is installed. */
export async function checkHealth(): Promise<Health> {
  const [database, queue] = await Promise.all([
    passes('database', () => pools().app.query('select 1')),
    passes('queue', () => asPlatform(tx => tx.$queryRaw`select version from jobs.version`)),
  ])
  const ready = database === 'ok' && queue === 'ok'
  return { status: ready ? 'ready' : 'not ready', checks: { database, queue } }
}
