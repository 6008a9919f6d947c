import { type LogSource, lineLog } from '@/lib/dev/line-log'
import { Services } from '@/lib/dev/services'
import { findRunningStack } from '@/lib/dev/stack-state'
import { startStack } from '@/lib/dev/start-stack'
import { cloneDatabase, startTestCluster } from '@/lib/testing/test-cluster'

/**
 * Before the journeys: the product as it runs in production, with a database, vendors and ports of its own. With
 * PORTICO_E2E=running they walk through the stack that runs in this checkout instead.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (process.env.PORTICO_E2E === 'running') {
    const stack = findRunningStack()
    if (!stack) throw new Error('No stack runs here: start one with `npm run dev`')
    hand(stack)
    return async () => undefined
  }
  const services = new Services()
  try {
    const cluster = await startTestCluster()
    services.add({ name: 'PostgreSQL', stop: cluster.stop })
    const database = await cloneDatabase(cluster.clusterUrl)
    const log = (source: LogSource) =>
      source === 'web' || source === 'build' ? lineLog(source) : () => undefined
    hand(
      await startStack(services, {
        mode: 'demo',
        port: 0,
        vendorPort: 0,
        rootDomain: 'localhost',
        database,
        log,
      }),
    )
  } catch (error) {
    await services.stop()
    throw error
  }
  return () => services.stop()
}

// Playwright's workers are started later and inherit the environment.
function hand({
  publicOrigin,
  environment,
}: {
  publicOrigin: string
  environment: Record<string, string>
}): void {
  process.env.E2E_ORIGIN = publicOrigin
  process.env.E2E_RESEND_URL = environment.RESEND_BASE_URL
  process.env.E2E_DATABASE_URL = environment.DATABASE_URL
}
