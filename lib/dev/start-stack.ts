import { buildIfStale, generatePrisma } from './build-if-stale'
import type { DatabaseUrls } from './database-urls'
import { demoEnvironment } from './demo-environment'
import { startEmulators } from './emulators'
import { findPort } from './find-port'
import { type LogSource, lineLog } from './line-log'
import { nodeTool } from './node-tool'
import { openDatabase } from './open-database'
import { statePath, stripeSnapshotName } from './paths'
import { prepareDatabase } from './prepare-database'
import type { DemoSignIn } from './print-welcome'
import { serverMemory, workerMemory } from './process-memory'
import { reportDeliveries } from './report-deliveries'
import { seedIfEmpty } from './seed-if-empty'
import type { Services } from './services'
import { startTethered } from './tethered-process'
import { untilAnswers } from './until-answers'

export interface StackOptions {
  mode: 'dev' | 'demo'
  /** First port to try for the product and for the emulated vendors. */
  port: number
  vendorPort: number
  rootDomain: string
  /** Absent: whatever `openDatabase` finds. */
  database?: DatabaseUrls
  log?: (source: LogSource) => (line: string) => void
}

export interface Stack {
  publicOrigin: string
  inboxUrl: string
  environment: Record<string, string>
  signIns: readonly DemoSignIn[]
}

/** Starts database, vendors, worker and server, each handed to `services` as soon as it runs; resolves when it answers. */
export async function startStack(services: Services, options: StackOptions): Promise<Stack> {
  const log = options.log ?? lineLog
  const database = options.database ?? (await openOwnDatabase(services, log('database')))
  await prepareDatabase(database, log('database'))

  const port = await findPort(options.port)
  if (port !== options.port && options.port !== 0) log('web')(`port ${options.port} is taken, using ${port}`)
  const publicOrigin = `http://${options.rootDomain}:${port}`
  // Stripe's account belongs to a database that stays: what is billed there must not be forgotten here.
  const stripeSnapshot = options.database ? undefined : statePath(stripeSnapshotName)
  const emulators = await startEmulators({ firstPort: options.vendorPort, publicOrigin, stripeSnapshot })
  services.add({ name: 'The emulated vendors', stop: emulators.stop })
  services.add({ name: 'Delivery reports', stop: reportDeliveries(emulators.urls, publicOrigin) })
  const environment = {
    ...demoEnvironment({ ...database, port, rootDomain: options.rootDomain, emulators: emulators.urls }),
    NODE_ENV: options.mode === 'dev' ? 'development' : 'production',
  }
  const signIns = await seedIfEmpty(environment, log('database'))
  if (options.mode === 'demo') await buildIfStale(services, environment, log('build'))
  else await generatePrisma(services, log('build'))

  startWorker(services, options.mode, environment, log('worker'))
  await startWeb(services, options.mode, environment, log('web'))
  return { publicOrigin, inboxUrl: `${emulators.urls.resend}/inbox`, environment, signIns }
}

async function openOwnDatabase(services: Services, log: (line: string) => void): Promise<DatabaseUrls> {
  const database = await openDatabase(quietPostgres(log))
  services.add({ name: 'PostgreSQL', exited: database.exited, stop: database.stop })
  return database
}

function startWorker(
  services: Services,
  mode: 'dev' | 'demo',
  environment: Record<string, string>,
  log: (line: string) => void,
): void {
  const run =
    mode === 'dev' ? [nodeTool('tsx'), 'watch', '--clear-screen=false'] : [...workerMemory, '--import', 'tsx']
  const worker = startTethered({
    command: process.execPath,
    args: [...run, 'lib/worker/run-worker.ts'],
    env: { ...process.env, ...environment },
    graceMs: 30_000,
    log,
  })
  services.add({ name: 'The worker', ...worker })
}

async function startWeb(
  services: Services,
  mode: 'dev' | 'demo',
  environment: Record<string, string>,
  log: (line: string) => void,
): Promise<void> {
  const { PORT = '' } = environment
  const run = [nodeTool('next')]
  const web = startTethered({
    command: process.execPath,
    args:
      mode === 'dev' ? [...run, 'dev', '--port', PORT] : [...serverMemory, ...run, 'start', '--port', PORT],
    env: { ...process.env, ...environment },
    log,
  })
  services.add({ name: 'The server', ...web })
  await untilAnswers(`http://localhost:${PORT}/api/health`, web.exited, mode === 'dev' ? 180 : 60)
}

// What clients do wrong is theirs to report; the server's own troubles are ours.
function quietPostgres(log: (line: string) => void): (line: string) => void {
  return line => {
    if (/ (FATAL|PANIC): /.test(line) && !/starting up|administrator command/.test(line)) log(line)
  }
}
