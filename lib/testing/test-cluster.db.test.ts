import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createTestDatabase } from './create-test-database'

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

describe('cloneDatabase', () => {
  it('gives every caller a migrated database of its own', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()])
    onTestFinished(async () => void (await Promise.all([one.drop(), two.drop()])))
    const [first, second] = await Promise.all([connect(one.adminUrl), connect(two.adminUrl)])
    await first.query(
      `insert into platform.tenants (slug, name, kind) values ('lakeside', 'Lakeside', 'both')`,
    )
    expect((await first.query('select slug from platform.tenants')).rows).toEqual([{ slug: 'lakeside' }])
    expect((await second.query('select slug from platform.tenants')).rows).toEqual([])
  })

  it('signs in as the powerless roles', async () => {
    const database = await createTestDatabase()
    onTestFinished(() => database.drop())
    const [app, platform] = await Promise.all([connect(database.appUrl), connect(database.platformUrl)])
    const question =
      'select current_user as role, rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user'
    expect((await app.query(question)).rows).toEqual([{ role: 'portico_app', strong: false }])
    expect((await platform.query(question)).rows).toEqual([{ role: 'portico_platform', strong: false }])
  })
})
