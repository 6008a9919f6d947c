import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { removePostgres } from './embedded-postgres'
import { loadEnvFiles } from './load-env-files'
import { embeddedName } from './open-database'
import { statePath, stripeSnapshotName } from './paths'
import { printWelcome } from './print-welcome'
import { Services } from './services'
import { clearStackState, findRunningStack, writeStackState } from './stack-state'
import { type StackOptions, startStack } from './start-stack'
import { untilAskedToStop } from './stop-signals'

/** Runs the whole product on this machine until it is asked to stop; `--reset` throws its data away first. */
export async function runStack(mode: 'dev' | 'demo'): Promise<void> {
  const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } })
  loadEnvFiles()
  const running = findRunningStack()
  if (running) {
    console.error(
      `Portico runs here already, at ${running.publicOrigin} (process ${running.pid}). Stop it first.`,
    )
    process.exit(1)
  }
  if (values.reset) await reset()

  const services = new Services()
  const asked = untilAskedToStop()
  void asked.then(() => services.stop())
  const reason = await Promise.race([
    asked,
    start(services, { mode, port: Number(process.env.PORT || 3000), ...defaults() }).then(
      () => services.untilOneEnds(),
      error => (error instanceof Error ? error.message : String(error)),
    ),
  ])
  const wanted = await Promise.race([asked, Promise.resolve(undefined)])
  console.log(wanted ? '\nStopping…' : `\n${reason}\nStopping…`)
  await services.stop()
  clearStackState()
  process.exit(wanted ? 0 : 1)
}

const defaults = () => ({ vendorPort: 4010, rootDomain: process.env.ROOT_DOMAIN || 'localhost' })

async function start(services: Services, options: StackOptions): Promise<void> {
  const { signIns, ...state } = await startStack(services, options)
  writeStackState({ pid: process.pid, mode: options.mode, ...state })
  printWelcome(state, signIns)
}

async function reset(): Promise<void> {
  if (process.env.DATABASE_URL) {
    throw new Error('--reset removes the embedded database only; empty the one of DATABASE_URL yourself')
  }
  await removePostgres(embeddedName)
  rmSync(statePath(stripeSnapshotName), { force: true })
}
