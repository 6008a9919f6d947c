import pg from 'pg'
import { buildWorld, type World } from '@/lib/isolation/build-world'
import { runSuite } from '@/lib/isolation/run-suite'
import { cloneDatabase, startTestCluster } from '@/lib/testing/test-cluster'

type Mutant = { name: string; sql: string }

/** Every way to weaken isolation by one step, read from the catalog. */
const mutantsSql = `
select 'drop policy ' || policyname || ' on app.' || tablename as name, format('drop policy %I on app.%I', policyname, tablename) as sql
  from pg_policies where schemaname = 'app'
union all
select 'no force on app.' || relname, format('alter table app.%I no force row level security', relname)
  from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p')
union all
select 'no row security on app.' || relname, format('alter table app.%I disable row level security', relname)
  from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p')
union all
select 'drop key ' || conname || ' of ' || conrelid::regclass, format('alter table %s drop constraint %I', conrelid::regclass, conname)
  from pg_constraint where connamespace = 'app'::regnamespace and contype = 'f' and cardinality(conkey) > 1
order by 1`

type Urls = { adminUrl: string; appUrl: string }

/** Applies one mutation to a copy and runs the suite: a fault found is red, and so is a proof that cannot go on. */
async function isKilled(urls: Urls, world: World, mutant: Mutant): Promise<boolean> {
  const admin = new pg.Client(urls.adminUrl)
  await admin.connect()
  try {
    await admin.query(mutant.sql)
    return (await runSuite(urls, world)).length > 0
  } catch (error) {
    if (error instanceof pg.DatabaseError) return true
    throw error
  } finally {
    await admin.end()
  }
}

async function prove(): Promise<{ killed: number; total: number }> {
  const cluster = await startTestCluster()
  try {
    const base = await cloneDatabase(cluster.clusterUrl)
    const admin = new pg.Client(base.adminUrl)
    await admin.connect()
    const world = await buildWorld(admin)
    const { rows: mutants } = await admin.query<Mutant>(mutantsSql)
    await admin.end()
    const sound = await runSuite(base, world)
    if (sound.length > 0) throw new Error(`the suite is red before any mutation:\n${sound.join('\n')}`)

    let killed = 0
    const waiting = [...mutants]
    const work = async () => {
      for (let mutant = waiting.pop(); mutant; mutant = waiting.pop()) {
        const copy = await cloneDatabase(cluster.clusterUrl, new URL(base.adminUrl).pathname.slice(1))
        const red = await isKilled(copy, world, mutant)
        killed += red ? 1 : 0
        if (!red) console.log(`survived: ${mutant.name}`)
        await copy.drop()
      }
    }
    await Promise.all([work(), work()])
    return { killed, total: mutants.length }
  } finally {
    await cluster.stop()
  }
}

const { killed, total } = await prove()
console.log(`${killed}/${total} mutants killed`)
process.exitCode = killed === total ? 0 : 1
