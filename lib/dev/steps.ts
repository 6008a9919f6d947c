import { z } from 'zod'
import { nodeTool } from './node-tool'
import { statePath } from './paths'
import type { Step } from './run-step'

/** What looks at the source without running it, quickest first. */
export const staticSteps: Step[] = [
  { name: 'Format and lint', commands: [[nodeTool('biome'), 'check', '--error-on-warnings', '.']] },
  { name: 'Structure', commands: [['--import', 'tsx', 'lib/dev/check-structure.ts']] },
  {
    name: 'Types',
    // The compiler wants the database client and the types of routes, which are generated.
    commands: [
      [nodeTool('prisma'), 'generate'],
      [nodeTool('next'), 'typegen'],
      [nodeTool('tsc'), '--noEmit'],
    ],
  },
  { name: 'Dead code', commands: [[nodeTool('knip')]] },
]

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
})
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
})

/** What runs the product. */
export const runningSteps: Step[] = [
  {
    name: 'Unit and integration tests',
    commands: [
      [
        nodeTool('vitest'),
        'run',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${statePath('vitest.json')}`,
      ],
    ],
    report: {
      file: 'vitest.json',
      read: report => {
        const { numPassedTests, numFailedTests, numFailedTestSuites } = vitestReport.parse(report)
        return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites }
      },
    },
  },
  { name: 'Production build', commands: [['--import', 'tsx', 'lib/dev/run-build.ts']] },
  {
    name: 'Browser journeys',
    commands: [[nodeTool('playwright'), 'test']],
    report: {
      file: 'playwright.json',
      read: report => {
        const { stats, errors } = playwrightReport.parse(report)
        return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
      },
    },
  },
]
