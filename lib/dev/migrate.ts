import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PG_MIGRATE_LOCK_ID, runner } from 'node-pg-migrate'
import pg from 'pg'
import { ensureRoles } from './database-roles'
import { projectRoot } from './paths'

interface MigrateOptions {
  /** Connection of an administrator: CREATEROLE, and owner of the database. */
  adminUrl: string
  appPassword?: string
  platformPassword?: string
  log?: (line: string) => void
}

/**
 * Makes the roles and applies the files of `sql/` that are new, in one transaction, as portico_owner. A second starter
 * waits for the first.
 * @returns names of the files applied now
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const { adminUrl, log = () => undefined, ...passwords } = options
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [PG_MIGRATE_LOCK_ID])
    await ensureRoles(client, passwords)
    await client.query('set role portico_owner')
    const applied = await applyFiles(client, log)
    return applied
  } finally {
    await client.end()
  }
}

async function applyFiles(client: pg.Client, log: (line: string) => void): Promise<string[]> {
  const applied = await runner({
    dbClient: client,
    dir: join(projectRoot, 'sql'),
    ignorePattern: '(?!\\d{4}-[a-z0-9-]+\\.sql$).*',
    direction: 'up',
    migrationsSchema: 'migrations',
    migrationsTable: 'applied',
    createMigrationsSchema: true,
    noLock: true,
    logger: { debug: () => undefined, info: () => undefined, warn: log, error: log },
    migrationLoaderStrategies: [{ extensions: ['.sql'], loader: wholeFiles }],
  })
  for (const { name } of applied) log(`applied ${name}`)
  return applied.map(({ name }) => name)
}

// The library's own loader looks for markers in comments and would cut a file at them.
function wholeFiles(paths: string[]) {
  return Promise.all(
    paths.map(async path => {
      const content = await readFile(path, 'utf8')
      const up = (builder: { sql: (statement: string) => void }) => builder.sql(content)
      return { id: path, filePaths: [path], actions: { up, down: false as const } }
    }),
  )
}
