import pg from 'pg'
import { type DatabaseUrls, databaseUrls } from './database-urls'
import { type RunningPostgres, startPostgres } from './embedded-postgres'
import { findRunningStack } from './stack-state'

export interface OpenDatabase extends DatabaseUrls {
  /** Absent when the server is not ours. */
  exited?: Promise<number>
  stop(): Promise<void>
}

/** Name of the embedded server's data folder. */
export const embeddedName = 'postgres'

const notOurs = async () => undefined

/**
 * Finds the database to work on: the one of DATABASE_URL, else the one of the stack that runs in this checkout, else
 * the embedded server, started for as long as needed.
 */
export async function openDatabase(log: (line: string) => void): Promise<OpenDatabase> {
  const { DATABASE_URL, APP_DATABASE_URL: appUrl, PLATFORM_DATABASE_URL: platformUrl } = process.env
  if (DATABASE_URL) return { ...databaseUrls(DATABASE_URL, { appUrl, platformUrl }), stop: notOurs }
  const environment = findRunningStack()?.environment
  if (environment?.DATABASE_URL) {
    const given = { appUrl: environment.APP_DATABASE_URL, platformUrl: environment.PLATFORM_DATABASE_URL }
    return { ...databaseUrls(environment.DATABASE_URL, given), stop: notOurs }
  }
  const server = await startPostgres({ name: embeddedName, log })
  const adminUrl = await ensureDatabase(server, 'portico')
  return { ...databaseUrls(adminUrl), exited: server.exited, stop: server.stop }
}

async function ensureDatabase(server: RunningPostgres, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server.adminUrl('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  return server.adminUrl(name)
}
