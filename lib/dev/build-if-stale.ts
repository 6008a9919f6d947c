import { createHash } from 'node:crypto'
import { existsSync, globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { nodeTool } from './node-tool'
import { projectRoot } from './paths'
import type { Services } from './services'
import { startTethered } from './tethered-process'

const buildDir = join(projectRoot, '.next')
const stamp = join(buildDir, 'portico-sources')
const packagesStamp = join(buildDir, 'portico-packages')
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
  const packages = digestOf(['package-lock.json'])
  dropCacheOfOtherPackages(packages)
  const digest = digestSources()
  const next = startTethered({
    command: process.execPath,
    args: [nodeTool('next'), 'build'],
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    log,
  })
  await services.runToEnd('The production build', next)
  writeFileSync(stamp, digest)
  writeFileSync(packagesStamp, packages)
}

/** A build cache remembers where packages were, and fails over one that came or moved; the dev server keeps its own. */
function dropCacheOfOtherPackages(packages: string): void {
  if (!existsSync(buildDir)) return
  if (existsSync(packagesStamp) && readFileSync(packagesStamp, 'utf8') === packages) return
  for (const name of readdirSync(buildDir))
    if (name !== 'dev') rmSync(join(buildDir, name), { recursive: true, force: true })
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
  const files = globSync(sources, { cwd: projectRoot, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !irrelevant.test(path.slice(projectRoot.length)))
  return digestOf(files.sort())
}

function digestOf(files: string[]): string {
  const hash = createHash('sha256')
  for (const file of files) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(resolve(projectRoot, file)))
      .update('\0')
  }
  return hash.digest('hex')
}
