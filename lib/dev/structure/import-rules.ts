import type { Source } from './read-sources'
import { eachFile, isTest } from './rule'

interface Ban {
  where: (path: string) => boolean
  what: RegExp
  why: string
}

const within =
  (...folders: string[]) =>
  (path: string) =>
    folders.some(folder => path.startsWith(`${folder}/`))
const isTooling = within('lib/testing', 'lib/dev', 'lib/isolation', 'e2e')
const knowsRequest = within('lib/auth', 'lib/action', 'lib/tenancy')

const bans: Ban[] = [
  { where: () => true, what: /^\.\.(\/|$)/, why: 'imports use @/… or ./…, never a parent folder' },
  { where: within('lib'), what: /^@\/(app|components)\//, why: 'nothing in lib imports app or components' },
  { where: within('components'), what: /^@\/app\//, why: 'components do not import app' },
  { where: within('components'), what: /^@\/lib\/db\//, why: 'components do not reach the database' },
  {
    where: path => !within('lib/db')(path) && !isTooling(path),
    what: /^@prisma\/|\/db\/generated\//,
    why: 'Prisma has one home, lib/db',
  },
  {
    where: path => within('lib')(path) && !knowsRequest(path),
    what: /^next\/(headers|navigation|cache)$/,
    why: 'a domain does not know the request',
  },
  {
    where: path => !isTooling(path) && !isTest(path) && path.includes('/'),
    what: /^@\/lib\/(testing|dev|isolation)\//,
    why: 'the product does not import its own tools or tests',
  },
]

/** Who may import what. */
export const importRules = eachFile((source: Source) =>
  source.imports.flatMap(imported =>
    bans
      .filter(ban => ban.where(source.path) && ban.what.test(imported))
      .map(ban => `imports ${imported}: ${ban.why}`),
  ),
)
