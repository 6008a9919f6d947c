import { planAfresh } from './plan-afresh'

const namedAtMost = 500

// One a process: bundles of pages and routes each evaluate this module, and share the connections.
const kept = globalThis as typeof globalThis & { porticoStatements?: Map<string, string> }
kept.porticoStatements ??= new Map()
const statementNames = kept.porticoStatements

/**
 * Names a statement, so that Postgres plans it once for each connection. A name never comes to mean another text; the
 * statements beyond the first few hundred, and those that ask for it, have none and are planned each time.
 */
export function statementName(sql: string): string {
  if (sql.startsWith(planAfresh)) return ''
  const known = statementNames.get(sql)
  if (known) return known
  if (statementNames.size >= namedAtMost) return ''
  const name = `portico_${statementNames.size}`
  statementNames.set(sql, name)
  return name
}
