import { join } from 'node:path'
import { projectRoot } from './paths'

const tools = {
  next: 'next/dist/bin/next',
  prisma: 'prisma/build/index.js',
  tsx: 'tsx/dist/cli.mjs',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
  knip: 'knip/bin/knip.js',
  biome: '@biomejs/biome/bin/biome',
  tsc: 'typescript/bin/tsc',
} as const

/** The script of an installed tool, to be run with `process.execPath`: the project's Node, whatever the system has. */
export function nodeTool(name: keyof typeof tools): string {
  return join(projectRoot, 'node_modules', tools[name])
}
