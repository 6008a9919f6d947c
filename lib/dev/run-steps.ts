import { type Outcome, runStep, type Step, sentence } from './run-step'

/** Runs every step, also after one has failed; the last line it prints is `N passed, N failed`. */
export async function runSteps(steps: Step[]): Promise<void> {
  const outcomes: Outcome[] = []
  for (const step of steps) outcomes.push(await runStep(step))
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  console.log('')
  for (const { name, seconds, ...count } of outcomes) {
    console.log(
      `${count.failed > 0 ? '✗' : '✓'} ${name.padEnd(28)} ${sentence(count).padEnd(24)} ${seconds.toFixed(1)} s`,
    )
  }
  console.log(sentence({ passed: sum('passed'), failed: sum('failed') }))
  process.exitCode = sum('failed') > 0 ? 1 : 0
}
