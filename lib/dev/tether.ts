// Runs one command and ends it when standard input closes, which happens however the parent ends: Ctrl-C, SIGTERM,
// SIGKILL or a crash. Started by tethered-process.ts with plain Node, hence no path aliases and erasable types only.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'

interface Order {
  command: string
  args: string[]
  stopSignal: NodeJS.Signals
  graceMs: number
  account?: { uid: number; gid: number }
  removeAfter?: string
}

const order = JSON.parse(process.argv[2] ?? '') as Order
// A process group of its own: the terminal's Ctrl-C reaches only the parent, which stops things in order.
const child = spawn(order.command, order.args, {
  ...order.account,
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
})

let stopping = false
function stop(): void {
  if (stopping) return
  stopping = true
  child.kill(order.stopSignal)
  setTimeout(() => signalGroup('SIGKILL'), order.graceMs).unref()
}

function signalGroup(signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The whole group has ended already.
  }
}

child.on('error', error => {
  process.stderr.write(`${order.command}: ${error.message}\n`)
  process.exitCode = 127
  process.stdin.destroy()
})
child.on('exit', (code, signal) => {
  signalGroup('SIGKILL')
  if (order.removeAfter) rmSync(order.removeAfter, { recursive: true, force: true })
  process.exit(code ?? (signal && stopping ? 0 : 1))
})

process.stdin.resume()
process.stdin.on('end', stop)
process.stdin.on('error', stop)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
// Once the parent is gone nobody reads what is written.
process.stdout.on('error', stop)
process.stderr.on('error', stop)
