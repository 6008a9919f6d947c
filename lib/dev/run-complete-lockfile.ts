import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeBuild, findMissingBuilds, type Lockfile } from './lockfile'
import { projectRoot } from './paths'

// `npm run lock`, after installing a package: a test tells when it is needed.
const path = join(projectRoot, 'package-lock.json')
const lockfile: Lockfile = JSON.parse(readFileSync(path, 'utf8'))
const missing = findMissingBuilds(lockfile)
for (const build of missing) lockfile.packages[`node_modules/${build.name}`] = describeBuild(build)
lockfile.packages = Object.fromEntries(Object.entries(lockfile.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(path, `${JSON.stringify(lockfile, null, 2)}\n`)
console.log(`${missing.length} builds for other platforms added to package-lock.json`)
