import { execFileSync } from 'node:child_process'
import pg from 'pg'
import { cloneDatabase, startTestCluster } from '@/lib/testing/test-cluster'
import { loadEnvFiles } from './load-env-files'
import { nodeTool } from './node-tool'
import { openDatabase } from './open-database'
import { prepareDatabase } from './prepare-database'
import { pullPrisma } from './pull-prisma'

// `npm run db:migrate` brings the database up to date. With `-- --pull` it is left alone: the Prisma schema and
// client are written anew from the catalog of a scratch database that the files of sql/ have just made.
loadEnvFiles()
await (process.argv.includes('--pull') ? pull() : migrate())

async function migrate(): Promise<void> {
  const database = await openDatabase(() => undefined)
  try {
    const applied = await prepareDatabase(database, console.log)
    if (applied.length === 0) console.log('The database is up to date.')
  } finally {
    await database.stop()
  }
}

async function pull(): Promise<void> {
  const cluster = await startTestCluster()
  try {
    const scratch = await cloneDatabase(cluster.clusterUrl)
    const client = new pg.Client({ connectionString: scratch.adminUrl })
    await client.connect()
    await pullPrisma(client)
    await client.end()
    await scratch.drop()
  } finally {
    await cluster.stop()
  }
  execFileSync(process.execPath, [nodeTool('prisma'), 'generate'], { stdio: 'inherit' })
}
