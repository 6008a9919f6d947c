import { readFileSync } from 'node:fs'
import type { World } from '@/lib/isolation/build-world'
import type { Entry } from '@/lib/isolation/list-entries'
import { type Answer, ask } from './ask'

/** Rows that stand for route parameters; a folder's name says which. */
const parameters: Record<string, string> = {
  association: 'associations',
  unit: 'units',
  homeowner: 'homeowners',
  user: 'users',
  import: 'imports',
  message: 'messages',
  file: 'files',
  ownership: 'ownerships',
  seat: 'board_seats',
  view: 'saved_views',
  entry: 'audit_entries',
  invoice: 'invoices',
}

/** Words that stand for route parameters. */
const words: Record<string, string> = {
  list: 'units',
  provider: 'resend',
  plan: 'tier.enterprise-1',
  metric: 'mrr',
  day: '2026-01-31',
}

/** An address of a page or route, its parameters filled with rows of tenant A. */
export function pathOfEntry(world: World, file: string): string {
  const inner = file
    .replace(/^app\/t\/\[tenant\]/, '')
    .replace(/^app\/admin/, '')
    .replace(/^app\/(?=api\/)/, '/')
    .replace(/\/(page|route)\.tsx?$/, '')
    .replace(/\/\([^)]+\)/g, '')
  const filled = inner.replace(/\[\[?(?:\.\.\.)?(\w+)\]?\]/g, (_, name: string) => {
    if (name === 'tenant') return world.tenantId('a')
    const table = parameters[name]
    return table ? world.id('a', table, 'own') : (words[name] ?? 'x')
  })
  return filled || '/'
}

type Manifest = {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, object> }>
}

/** Calls a server action of the build as a browser would, with nothing in it. */
export function callEntry(
  world: World,
  entry: Entry,
  { host, cookie, origin = `http://${host}` }: { host: string; cookie: string; origin?: string },
): Promise<Answer> {
  const manifest: Manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
  const found = Object.entries(manifest.node).find(
    ([, a]) => a.filename === entry.file && a.exportedName === entry.name,
  )
  if (!found) throw new Error(`${entry.file} ${entry.name} is not in the build`)
  const worker = Object.keys(found[1].workers)[0] ?? ''
  const headers = {
    'next-action': found[0],
    origin,
    accept: 'text/x-component',
    'content-type': 'text/plain;charset=UTF-8',
  }
  return ask(host, pathOfEntry(world, `${worker}.tsx`), { method: 'POST', cookie, headers, body: '[{}]' })
}

/** The reason that an action's answer gives for a refusal. */
export const reasonIn = (answer: Answer) =>
  /"reason":"(\w+)"/.exec(answer.body)?.[1] ?? `status ${answer.status}`
