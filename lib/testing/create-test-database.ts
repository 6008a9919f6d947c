import { afterAll, beforeAll, inject } from 'vitest'
import { demoEnvironment } from '@/lib/dev/demo-environment'
import { cloneDatabase, type TestDatabase } from './test-cluster'

// No vendor is asked anything in a test that has not brought its own stand-in, and nobody is billed.
const nobody = { resend: 'http://127.0.0.1:9', stripe: 'http://127.0.0.1:9', twilio: 'http://127.0.0.1:9' }
const unbilled = { STRIPE_SECRET_KEY: '', STRIPE_WEBHOOK_SECRET: '' }

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
    const place = { port: 3000, rootDomain: 'localhost', emulators: nobody }
    Object.assign(process.env, demoEnvironment({ ...database, ...place }), unbilled)
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
