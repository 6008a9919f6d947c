import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeTool } from './node-tool'
import { projectRoot } from './paths'
import type { Services } from './services'
import { startTethered } from './tethered-process'

const stamp = join(projectRoot, '.next', 'portico-sources')
const sources = [
  'package-lock.json',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'middleware.ts',
  '{app,components,lib,prisma,public}/**/*',
]
const irrelevant = /(^|\/)(generated|dev|testing)(\/|$)|\.test\.tsx?$/

/** Builds the product for production unless the last build was made of the same sources. */
export async function buildIfStale(
  services: Services,
  env: Record<string, string>,
  log: (line: string) => void,
): Promise<void> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digestSources())
    log('the last build is up to date')
  else await build(services, env, log)
}

/** Builds the product for production. */
export async function build(
  services: Services,
  env: Record<string, string>,
  log: (line: string) => void,
): Promise<void> {
  await generatePrisma(services, log)
  const digest = digestSources()
  const next = startTethered({
    command: process.execPath,
    args: [nodeTool('next'), 'build'],
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    log,
  })
  await services.runToEnd('The production build', next)
  writeFileSync(stamp, digest)
}

/** Writes the Prisma client from its schema; `npm ci` has done so, unless the schema has changed since. */
export function generatePrisma(services: Services, log: (line: string) => void): Promise<void> {
  const args = [nodeTool('prisma'), 'generate']
  return services.runToEnd(
    'Generating the database client',
    startTethered({ command: process.execPath, args, log }),
  )
}

function digestSources(): string {
  const hash = createHash('sha256')
  const files = globSync(sources, { cwd: projectRoot, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !irrelevant.test(path.slice(projectRoot.length)))
  for (const path of files.sort()) hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}
