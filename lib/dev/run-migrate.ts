import { execFileSync } from 'node:child_process'
import pg from 'pg'
import { loadEnvFiles } from './load-env-files'
import { nodeTool } from './node-tool'
import { openDatabase } from './open-database'
import { prepareDatabase } from './prepare-database'
import { pullPrisma } from './pull-prisma'

// `npm run db:migrate`; with `-- --pull` the Prisma schema and client are written anew from the migrated catalog.
loadEnvFiles()
const database = await openDatabase(() => undefined)
try {
  const applied = await prepareDatabase(database, console.log)
  if (applied.length === 0) console.log('The database is up to date.')
  if (process.argv.includes('--pull')) await pull(database.adminUrl)
} finally {
  await database.stop()
}

async function pull(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await pullPrisma(client)
  } finally {
    await client.end()
  }
  execFileSync(process.execPath, [nodeTool('prisma'), 'generate'], { stdio: 'inherit' })
}
