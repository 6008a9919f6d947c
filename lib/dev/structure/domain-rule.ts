import type { Source } from './read-sources'
import { isTest, type Problem } from './rule'

export interface DomainOrder {
  /** Folders every domain stands on; they may use one another. */
  kernel: string[]
  /** A domain may use the kernel and the domains before it. */
  domains: string[]
}

const tooling = new Set(['dev', 'testing', 'isolation'])

/** Domains use only the kernel and what stands before them in the list, so that they cannot form a circle. */
export function domainRule(sources: Source[], { kernel, domains }: DomainOrder): Problem[] {
  const rank = new Map([
    ...kernel.map(name => [name, -1] as const),
    ...domains.map((name, at) => [name, at] as const),
  ])
  const problems: Problem[] = []
  const unlisted = new Set<string>()
  for (const { path, imports } of sources) {
    const from = folderOf(path)
    if (!from || tooling.has(from)) continue
    const own = rank.get(from)
    if (own === undefined) unlisted.add(from)
    if (own === undefined || isTest(path)) continue
    for (const imported of imports) {
      const to = folderOf(imported.replace(/^@\//, ''))
      if (to && to !== from && !tooling.has(to) && (rank.get(to) ?? Number.POSITIVE_INFINITY) > own) {
        problems.push({ path, message: `imports ${imported}, but ${from} does not stand on ${to}` })
      }
    }
  }
  const missing = [...unlisted].map(name => ({
    path: `lib/${name}`,
    message: 'is not in lib/dev/structure/domains.json',
  }))
  return [...missing, ...problems]
}

function folderOf(path: string): string | undefined {
  const match = /^lib\/(integrations\/[^/]+|[^/]+)\//.exec(path)
  return match?.[1]
}
