import { closePools } from '@/lib/db/pools'
import { demoEnvironment } from './demo-environment'
import { loadEnvFiles } from './load-env-files'
import { openDatabase } from './open-database'
import { prepareDatabase } from './prepare-database'
import { seedIfEmpty } from './seed-if-empty'

// `npm run db:seed`: the demo's companies, in a database that has none.
loadEnvFiles()
const database = await openDatabase(() => undefined)
try {
  await prepareDatabase(database, console.log)
  const rootDomain = process.env.ROOT_DOMAIN || 'localhost'
  const port = Number(process.env.PORT || 3000)
  await seedIfEmpty(demoEnvironment({ ...database, port, rootDomain }), console.log)
} finally {
  await closePools()
  await database.stop()
}
