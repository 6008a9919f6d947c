import { globSync, readFileSync } from 'node:fs'

const wrappers = [
  'tenantPage',
  'publicPage',
  'platformPage',
  'platformPublicPage',
  'platformRoute',
  'platformDownload',
  'factorPage',
  'tenantRoute',
  'publicRoute',
  'webhookRoute',
  'tenantAction',
  'publicAction',
  'platformAction',
  'factorAction',
  'siteAction',
  'siteRoute',
] as const

/** A page, route handler or server action, and what its code says about who may use it. */
export type Entry = {
  file: string
  /** `default` of a page, the method of a route, the name of an action. */
  name: string
  wrapper: (typeof wrappers)[number] | null
  can: string | null
  /** The feature of the company's that it belongs to. */
  feature: string | null
}

/** Entries that no wrapper makes, each with the reason it is safe; the proof fails on any other. */
export const bare: Record<string, string> = {
  'app/api/auth/[...nextauth]/route.ts GET': 'next-auth; its own proofs are in lib/auth',
  'app/api/auth/[...nextauth]/route.ts POST': 'next-auth; its own proofs are in lib/auth',
  'app/t/[tenant]/leave.ts leave': 'ends the session of whoever asks, and does nothing without one',
  'app/admin/leave.ts leave': 'ends the session of whoever asks, and does nothing without one',
  ...Object.fromEntries(
    ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'].map(method => [
      `app/api/[...path]/route.ts ${method}`,
      'says that nothing is there, to whoever asks, and reads nothing',
    ]),
  ),
  'app/bench-floor/page.tsx BenchFloorPage': 'an empty page, and only while the bench runs',
  'app/api/bench-floor/route.ts GET': 'an empty answer, and only while the bench runs',
  'app/api/health/route.ts GET': 'says whether the server can work, and nothing of anybody',
}

const declaration = /export\s+(?:default\s+|const\s+(\w+)\s*=\s*)(\w+)\s*(?:<[^(]*>)?\(\s*(\{[^}]*\})?/g
const bareFunction = /export\s+(?:default\s+)?(?:async\s+)?function\s+(\w+)|export\s*\{([^}]*)\}/g

function entriesOf(file: string): Entry[] {
  const code = readFileSync(file, 'utf8')
  const found: Entry[] = []
  for (const [, name, made, spec] of code.matchAll(declaration)) {
    const wrapper = wrappers.find(w => w === made) ?? null
    found.push({
      file,
      name: name ?? 'default',
      wrapper,
      can: /(?:can|scope):\s*'([^']+)'/.exec(spec ?? '')?.[1] ?? null,
      feature: /feature:\s*'([^']+)'/.exec(spec ?? '')?.[1] ?? null,
    })
  }
  for (const [, name, list] of code.matchAll(bareFunction)) {
    const names = name ? [name] : (list ?? '').split(',').map(part => part.split(' as ').at(-1)?.trim() ?? '')
    for (const each of names.filter(Boolean))
      found.push({ file, name: each, wrapper: null, can: null, feature: null })
  }
  return found.filter(
    entry => !['config', 'dynamic', 'runtime', 'metadata', 'generateMetadata'].includes(entry.name),
  )
}

const isActions = (file: string) => /^\s*(?:\/\/.*\n)*\s*['"]use server['"]/.test(readFileSync(file, 'utf8'))

/** Reads every page, route handler and server action of the app from its source. */
export function listEntries(): Entry[] {
  const pages = globSync(['app/**/page.tsx', 'app/**/route.ts', 'app/**/route.tsx'])
  const actions = globSync(['app/**/*.ts', 'components/**/*.ts', 'lib/**/*.ts']).filter(
    file => !file.includes('/generated/') && isActions(file),
  )
  return [...pages, ...actions].sort().flatMap(entriesOf)
}

/** Says what is wrong with how entries are made: one without a wrapper, or a tenant's without a permission. */
export function findEntryFaults(entries: Entry[]): string[] {
  return entries.flatMap(({ file, name, wrapper, can }) => {
    const where = `${file} ${name}`
    if (!wrapper)
      return bare[where] || file.startsWith('app/(site)/') ? [] : [`${where} is made by no wrapper`]
    const needs = [
      'tenantPage',
      'tenantRoute',
      'tenantAction',
      'platformPage',
      'platformAction',
      'platformDownload',
      'platformRoute',
    ].includes(wrapper)
    return needs && !can ? [`${where} names no permission`] : []
  })
}
