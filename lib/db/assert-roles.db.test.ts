import pg from 'pg'
import { expect, it, onTestFinished, vi } from 'vitest'
import { testDatabase } from '@/lib/testing/create-test-database'
import { assertRoles } from './assert-roles'
import { closePools } from './pools'

const database = testDatabase()

it('accepts the powerless roles', async () => {
  await expect(assertRoles()).resolves.toBeUndefined()
})

it('refuses a server that signs in as somebody else', async () => {
  await closePools()
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.resetModules()
  vi.stubEnv('APP_DATABASE_URL', database().adminUrl)
  const fresh = { ...(await import('./assert-roles')), ...(await import('./pools')) }
  await expect(fresh.assertRoles()).rejects.toThrow('signs in as postgres; it must be portico_app')
  await fresh.closePools()
})

it('refuses a role that owns tables, without which FORCE alone would hold', async () => {
  const admin = new pg.Client({ connectionString: database().adminUrl })
  await admin.connect()
  await admin.query('create table app.stray (n int); alter table app.stray owner to portico_app')
  await expect(assertRoles()).rejects.toThrow('portico_app has powers it must not have: owner of tables')
  await admin.query('drop table app.stray')
  await admin.end()
})

it('refuses a role that can leave code where tenants’ own transactions write', async () => {
  const admin = new pg.Client({ connectionString: database().adminUrl })
  await admin.connect()
  await admin.query('grant create on schema jobs to portico_platform')
  await expect(assertRoles()).rejects.toThrow(
    'portico_platform has powers it must not have: creator in schemas',
  )
  await admin.end()
})
