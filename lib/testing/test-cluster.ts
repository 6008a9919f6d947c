import pg from 'pg'
import { databaseUrls, withDatabase } from '@/lib/dev/database-urls'
import { startPostgres } from '@/lib/dev/embedded-postgres'
import { prepareDatabase } from '@/lib/dev/prepare-database'

const template = 'portico_template'

export interface TestCluster {
  /** The administrator's address; `cloneDatabase` takes it. */
  clusterUrl: string
  stop(): Promise<void>
}

/** Starts a throw-away server with one migrated template database; or uses the server of TEST_DATABASE_URL. */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env.TEST_DATABASE_URL
  const server = given
    ? { adminUrl: (database: string) => withDatabase(given, database), stop: async () => undefined }
    : await startPostgres({ name: 'test', ephemeral: true, log: () => undefined })
  try {
    const clusterUrl = server.adminUrl('postgres')
    await runSql(clusterUrl, `drop database if exists ${template}`)
    await runSql(clusterUrl, `create database ${template}`)
    await prepareDatabase(databaseUrls(server.adminUrl(template)))
    return { clusterUrl, stop: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}

export interface TestDatabase {
  adminUrl: string
  appUrl: string
  platformUrl: string
  drop(): Promise<void>
}

/** Makes a database of its own from the migrated template, or from another that nobody is connected to. */
export async function cloneDatabase(clusterUrl: string, from = template): Promise<TestDatabase> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await runSql(clusterUrl, `create database ${name} template ${from}`)
  const urls = databaseUrls(withDatabase(clusterUrl, name))
  // A clone inherits no grants on the database itself.
  await runSql(urls.adminUrl, `grant connect on database ${name} to portico_app, portico_platform`)
  return { ...urls, drop: () => dropQuietly(clusterUrl, name) }
}

/** Drops a database once its connections have gone, or after five seconds; a connection cut off is an error somewhere. */
async function dropQuietly(clusterUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl })
  await client.connect()
  try {
    for (let tries = 0; tries < 50; tries++) {
      const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name])
      if (!rowCount) break
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    await client.query(`drop database if exists ${name} with (force)`)
  } finally {
    await client.end()
  }
}

async function runSql(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
