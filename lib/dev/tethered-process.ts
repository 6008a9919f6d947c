import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from './paths'

interface TetheredOptions {
  command: string
  args: string[]
  env?: NodeJS.ProcessEnv
  /** Sent first; after `graceMs` the whole process group is killed. */
  stopSignal?: NodeJS.Signals
  graceMs?: number
  account?: { uid: number; gid: number }
  /** A folder the tether removes once the command has ended, even when this process has been killed. */
  removeAfter?: string
  log: (line: string) => void
}

export interface Tethered {
  /** Resolves with the exit code, also when the command could not be started. */
  exited: Promise<number>
  /** Ends the command and resolves once it has ended. */
  stop(): Promise<void>
}

/** Starts a command that cannot outlive this process, however this process ends. */
export function startTethered(options: TetheredOptions): Tethered {
  const { log, env, stopSignal = 'SIGTERM', graceMs = 10_000, ...order } = options
  const tether = spawn(
    process.execPath,
    [join(projectRoot, 'lib/dev/tether.ts'), JSON.stringify({ ...order, stopSignal, graceMs })],
    { cwd: projectRoot, env: env ?? process.env, stdio: ['pipe', 'pipe', 'pipe'], detached: true },
  )
  createInterface(tether.stdout).on('line', log)
  createInterface(tether.stderr).on('line', log)
  // The pipe breaks when the command ends by itself; `exited` tells that.
  tether.stdin.on('error', () => undefined)
  const exited = new Promise<number>(resolve => {
    tether.once('error', () => resolve(127))
    tether.once('close', code => resolve(code ?? 1))
  })
  return {
    exited,
    async stop() {
      tether.stdin.end()
      await exited
    },
  }
}
