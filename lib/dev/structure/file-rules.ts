import { basename } from 'node:path'
import type { Source } from './read-sources'
import { eachFile, type Problem } from './rule'

const dumpingGround = /(^|\/)(utils?|helpers?|common|misc|shared)(\.[^/]*)?(\/|$)/
const escapes = /@ts-(ignore|nocheck|expect-error)|biome-ignore|\bas unknown as\b|\bas any\b/
const reExport = /^export\s+(\*|\{[^}]*\})\s+from\s/

const linesAllowed = (path: string) => (basename(path) === 'actions.ts' ? 120 : 250)
const isSeed = (path: string) => path.startsWith('lib/dev/seed-')

/** Length, names, barrels and type escapes of one file. */
export const fileRules = eachFile((source: Source) => {
  const { path, lines } = source
  const found: (string | { line: number; message: string })[] = []
  if (lines.length > linesAllowed(path) && !isSeed(path)) {
    found.push(`has ${lines.length} lines, more than ${linesAllowed(path)}`)
  }
  if (dumpingGround.test(path)) found.push('is named like a dumping ground; name what it is for')
  if (/(^|\/)index\.tsx?$/.test(path)) found.push('is a barrel; import the file that is meant')
  lines.forEach((line, index) => {
    if (reExport.test(line)) found.push({ line: index + 1, message: 're-exports; import from the source' })
    // The rule's own pattern would match itself.
    if (escapes.test(line) && !path.startsWith('lib/dev/structure/')) {
      found.push({ line: index + 1, message: 'escapes the type checker or the linter' })
    }
  })
  return found
})

/** The size of files as a whole: half of them at most 60 lines, nine in ten at most 150. */
export function sizeRule(sources: Source[]): Problem[] {
  const sizes = sources.map(({ lines }) => lines.length).sort((a, b) => a - b)
  const at = (share: number) => sizes[Math.floor((sizes.length - 1) * share)] ?? 0
  const tooLong = (share: number, cap: number, name: string) =>
    at(share) > cap
      ? [{ path: '.', message: `the ${name} file has ${at(share)} lines, more than ${cap}` }]
      : []
  return [...tooLong(0.5, 60, 'median'), ...tooLong(0.9, 150, '90th-percentile')]
}
