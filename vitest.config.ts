import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const resolve = {
  alias: [
    { find: /^@\//, replacement: root },
    // The package throws outside a React server; what it guards against cannot happen in a test.
    { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
  ],
}
const tests = [
  'lib/**/*.test.ts',
  'lib/**/*.test.tsx',
  'components/**/*.test.ts',
  'components/**/*.test.tsx',
  'app/**/*.test.ts',
  'middleware.test.ts',
]
const databaseTests = ['{lib,app}/**/*.db.test.ts']

export default defineConfig({
  resolve,
  test: {
    restoreMocks: true,
    // Two at least: a test file spends much of its time waiting for Postgres.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { resolve, test: { name: 'unit', include: tests, exclude: databaseTests, testTimeout: 30_000 } },
      {
        resolve,
        test: {
          name: 'integration',
          include: databaseTests,
          globalSetup: 'lib/testing/start-cluster.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
