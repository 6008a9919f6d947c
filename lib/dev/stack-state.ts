import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { statePath } from './paths'
import { processCommand } from './process-command'

export interface StackState {
  /** Process that keeps the stack running. */
  pid: number
  mode: 'dev' | 'demo'
  /** Where the product answers: the apex; tenants are `<slug>.` before its host. */
  publicOrigin: string
  inboxUrl: string
  /** Everything the server and the worker were started with. */
  environment: Record<string, string>
}

const file = () => statePath('dev.json')

/** Notes the stack that runs in this checkout, for scripts and for a second starter. Readable by its owner only. */
export function writeStackState(state: StackState): void {
  writeFileSync(file(), `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
}

/** Forgets this process's stack. */
export function clearStackState(): void {
  if (readState()?.pid === process.pid) rmSync(file(), { force: true })
}

/** The stack that runs in this checkout now, if there is one. */
export function findRunningStack(): StackState | undefined {
  const state = readState()
  // The number of a process that has ended may be another's now.
  return state && processCommand(state.pid).includes('lib/dev/run-') ? state : undefined
}

function readState(): StackState | undefined {
  if (!existsSync(file())) return undefined
  return JSON.parse(readFileSync(file(), 'utf8')) as StackState
}
