import { afterAll, beforeAll, inject } from 'vitest'
import { demoEnvironment } from '@/lib/dev/demo-environment'
import { cloneDatabase, type TestDatabase } from './test-cluster'

/** A migrated, empty database for one test file (`*.db.test.ts`); drop it at the end, or use `testDatabase`. */
export function createTestDatabase(): Promise<TestDatabase> {
  return cloneDatabase(inject('clusterUrl'))
}

/**
 * Gives a test file a migrated, empty database and points the environment at it, so that `inTenant` and the pools use
 * it. Call at the top of the file, before anything reads the environment.
 * @returns a function that gives the database once the tests run
 */
export function testDatabase(): () => TestDatabase {
  let database: TestDatabase | undefined
  beforeAll(async () => {
    database = await createTestDatabase()
    Object.assign(process.env, demoEnvironment({ ...database, port: 3000, rootDomain: 'localhost' }))
  })
  afterAll(async () => {
    const { closePools } = await import('@/lib/db/pools')
    await closePools()
    await database?.drop()
  })
  return () => {
    if (!database) throw new Error('The database is there only while tests run')
    return database
  }
}
