import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { installJobs } from '@/lib/jobs/install-jobs'
import { type RunningPostgres, startPostgres } from './embedded-postgres'
import { migrate } from './migrate'
import { projectRoot } from './paths'

let server: RunningPostgres
beforeAll(async () => {
  server = await startPostgres({ name: 'test', ephemeral: true, log: () => undefined })
})
afterAll(() => server.stop())

async function asSuperuser(sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: server.adminUrl('postgres') })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

it('needs no superuser, applies every file once, makes the queue, and two starters do not collide', async () => {
  await asSuperuser(`create role keeper login createrole password 'keeper'`)
  await asSuperuser('create database portico owner keeper')
  const admin = new URL(server.adminUrl('portico'))
  admin.username = admin.password = 'keeper'
  const options = { adminUrl: admin.href, appPassword: 'one', platformPassword: 'two' }

  const files = readdirSync(join(projectRoot, 'sql')).map(name => name.replace('.sql', ''))
  const both = await Promise.all([migrate(options), migrate(options)])
  expect(both.flat().toSorted()).toEqual(files.toSorted())
  expect(await migrate(options)).toEqual([])
  await installJobs(options)
  await installJobs(options)

  const { rows } = await asSuperuser(
    `select rolname, rolcanlogin from pg_roles where rolname like 'portico%' order by rolname`,
  )
  expect(rows).toEqual([
    { rolname: 'portico_app', rolcanlogin: true },
    { rolname: 'portico_owner', rolcanlogin: false },
    { rolname: 'portico_platform', rolcanlogin: true },
  ])

  await asSuperuser('alter role portico_app bypassrls')
  await expect(migrate(options)).rejects.toThrow(/Take .* away from: portico_app/)
})
