import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './paths'
import { docstringRule } from './structure/docstring-rule'
import { domainRule } from './structure/domain-rule'
import order from './structure/domains.json'
import { fileRules, sizeRule } from './structure/file-rules'
import { importRules } from './structure/import-rules'
import { migrationRule } from './structure/migration-rule'
import { readSources } from './structure/read-sources'
import type { Problem } from './structure/rule'

// What docs/conventions.md promises and neither compiler nor linter sees.
const sources = readSources()
const problems: Problem[] = [
  ...importRules(sources),
  ...fileRules(sources),
  ...sizeRule(sources),
  ...docstringRule(sources),
  ...domainRule(sources, order),
  ...migrationRule(readdirSync(join(projectRoot, 'sql'))),
]
for (const { path, line, message } of problems) console.log(`${path}${line ? `:${line}` : ''} ${message}`)
console.log(`${sources.length} files, ${problems.length} departures from docs/conventions.md`)
process.exitCode = problems.length > 0 ? 1 : 0
