import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '@/lib/dev/paths'

export interface Source {
  /** From the root, with forward slashes. */
  path: string
  lines: string[]
  /** What it imports or re-exports, as written. */
  imports: string[]
}

const importPattern =
  /(?:^|[;\n])\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g

/** Reads every TypeScript file of the product, generated ones aside. */
export function readSources(): Source[] {
  return globSync(['{app,components,lib,e2e}/**/*.{ts,tsx}', '*.ts'], { cwd: projectRoot })
    .filter(path => !path.startsWith('lib/db/generated/') && !path.endsWith('.d.ts'))
    .sort()
    .map(path => readSource(path, readFileSync(join(projectRoot, path), 'utf8')))
}

/** What the rules look at in one file. */
export function readSource(path: string, text: string): Source {
  const imports = [...text.matchAll(importPattern)].map(match => match[1] ?? match[2] ?? '')
  return { path, lines: text.replace(/\n$/, '').split('\n'), imports }
}
