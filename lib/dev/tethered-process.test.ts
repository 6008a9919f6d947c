import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, it, vi } from 'vitest'
import { projectRoot } from './paths'
import { startTethered } from './tethered-process'

const alive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A command that says its process id and then ignores the polite signals it is told to ignore. */
const lingering = (ignored: string[]) =>
  `${ignored.map(signal => `process.on('${signal}', () => {});`).join('')} console.log(process.pid); setInterval(() => {}, 1000)`

async function startLingering(ignored: string[], graceMs: number) {
  let say: (line: string) => void = () => undefined
  const firstLine = new Promise<string>(resolve => {
    say = resolve
  })
  const args = ['-e', lingering(ignored)]
  const running = startTethered({ command: process.execPath, args, graceMs, log: line => say(line) })
  return { running, pid: Number(await firstLine) }
}

describe('startTethered', () => {
  it('stops with the polite signal', async () => {
    const { running, pid } = await startLingering([], 10_000)
    await running.stop()
    expect(alive(pid)).toBe(false)
  })

  it('kills what does not listen', async () => {
    const { running, pid } = await startLingering(['SIGTERM'], 200)
    await running.stop()
    expect(alive(pid)).toBe(false)
  })

  it('tells the exit code, also of a command that is not there', async () => {
    const lines: string[] = []
    const log = (line: string) => lines.push(line)
    const ended = startTethered({ command: process.execPath, args: ['-e', 'process.exit(3)'], log })
    expect(await ended.exited).toBe(3)
    expect(await startTethered({ command: '/no/such/command', args: [], log }).exited).toBe(127)
    expect(lines.join()).toContain('/no/such/command')
  })

  it('leaves nothing behind when the parent is killed', async () => {
    const script = `
      import { startTethered } from './lib/dev/tethered-process.ts'
      startTethered({ command: process.execPath, args: ['-e', ${JSON.stringify(lingering([]))}], log: console.log })
      setInterval(() => {}, 1000)`
    const parent = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module-typescript', '-e', script],
      {
        cwd: projectRoot,
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const [line] = await once(createInterface(parent.stdout), 'line')
    const pid = Number(line)
    expect(alive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await vi.waitFor(() => expect(alive(pid)).toBe(false), { timeout: 5_000 })
  })
})
