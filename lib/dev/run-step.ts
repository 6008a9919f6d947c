import { existsSync, readFileSync, rmSync } from 'node:fs'
import { statePath } from './paths'
import { startTethered } from './tethered-process'

export interface Step {
  name: string
  /** Commands run one after another, each with the project's Node; the first that fails ends the step. */
  commands: string[][]
  env?: Record<string, string>
  /** Reads the counts out of a report the step has written; without it the step counts as one test. */
  report?: { file: string; read: (report: unknown) => Count }
}

export interface Count {
  passed: number
  failed: number
}

export interface Outcome extends Count {
  name: string
  seconds: number
}

/** Runs one step, printing what its commands print. */
export async function runStep(step: Step): Promise<Outcome> {
  const startedAt = performance.now()
  console.log(`\n━━ ${step.name} ${'━'.repeat(Math.max(0, 70 - step.name.length))}`)
  if (step.report) rmSync(statePath(step.report.file), { force: true })
  let code = 0
  for (const args of step.commands) {
    const log = (line: string) => console.log(line)
    const command = startTethered({
      command: process.execPath,
      args,
      env: { ...process.env, ...step.env },
      log,
    })
    code = await command.exited
    if (code !== 0) break
  }
  const seconds = (performance.now() - startedAt) / 1000
  const count = countTests(step, code)
  console.log(`${count.failed > 0 ? '✗' : '✓'} ${step.name}: ${sentence(count)} (${seconds.toFixed(1)} s)`)
  return { name: step.name, seconds, ...count }
}

/** `12 passed, 0 failed` */
export function sentence({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`
}

function countTests({ report }: Step, code: number): Count {
  if (!report) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const path = statePath(report.file)
  const count = existsSync(path)
    ? report.read(JSON.parse(readFileSync(path, 'utf8')))
    : { passed: 0, failed: 0 }
  // A run that failed without a failed test broke before or beside its tests; one that ran nothing proved nothing.
  if (count.failed === 0 && (code !== 0 || count.passed === 0)) return { ...count, failed: 1 }
  return count
}
