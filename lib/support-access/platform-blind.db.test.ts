import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWorld } from '@/lib/isolation/build-world'
import { testDatabase } from '@/lib/testing/create-test-database'

// What the platform's own role can reach of a company, below every line of code: nothing, with leave or without.

const database = testDatabase()
let platform: pg.Client
let tables: string[]
let callable: string[]

beforeAll(async () => {
  const admin = new pg.Client(database().adminUrl)
  await admin.connect()
  const world = await buildWorld(admin)
  tables = world.tables.map(table => table.name)
  const { rows } = await admin.query<{ name: string }>(
    `select p.proname as name from pg_proc p where p.pronamespace = 'app'::regnamespace
       and has_function_privilege('portico_platform', p.oid, 'execute') order by 1`,
  )
  callable = rows.map(row => row.name)
  await admin.end()
  platform = new pg.Client(database().platformUrl)
  await platform.connect()
})

afterAll(() => platform.end())

describe('portico_platform', () => {
  it('can read and write no table of a company, though it set a company’s context and there be leave', async () => {
    expect(tables.length).toBeGreaterThan(25)
    const reached: string[] = []
    for (const table of tables) {
      for (const statement of [
        `select 1 from app.${table}`,
        `insert into app.${table} default values`,
        `update app.${table} set tenant_id = tenant_id`,
        `delete from app.${table}`,
      ]) {
        const state = await platform.query(statement).then(
          () => 'worked',
          (error: { code?: string }) => error.code,
        )
        if (state !== '42501') reached.push(`${statement}: ${state}`)
      }
    }
    expect(reached).toEqual([])
  })

  it('can leave nothing that others run in their own transactions', async () => {
    const nothing = 'returns trigger language plpgsql as $$ begin return new; end $$'
    await platform.query('create schema kept').catch(() => undefined)
    const worked: string[] = []
    for (const statement of [
      ...['app', 'platform', 'jobs', 'public', 'kept'].flatMap(schema => [
        `create function ${schema}.peek() ${nothing}`,
        `create table ${schema}.loot (what text)`,
      ]),
      ...['jobs.job', 'jobs.queue', 'platform.accounts', 'app.homeowners'].flatMap(table => [
        `create trigger peek before insert on ${table} for each row execute function app.touch()`,
        `create constraint trigger peek after insert on ${table} deferrable for each row execute function app.touch()`,
        `create rule peek as on insert to ${table} do also select 1`,
        `alter table ${table} add column loot text default current_user`,
        `alter table ${table} add constraint peek check (true)`,
        `alter table ${table} enable row level security`,
      ]),
      'alter function app.touch() owner to portico_platform',
      `insert into jobs.bam (name, version, status, table_name, command) values ('peek', 1, 'pending', 'job', 'select 1')`,
    ])
      await platform.query(statement).then(
        () => worked.push(statement),
        ({ code }) => expect(['42501', '3F000'], statement).toContain(code),
      )
    expect(worked).toEqual([])
  })

  it('can write nothing into what the next installation of the queue does as the owner', async () => {
    const queue = (partition: boolean, table: string) =>
      `insert into jobs.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, retention_seconds,
        deletion_seconds, partition, table_name) values ('peek', 'standard', 0, 0, false, 1, 1, 1, ${partition}, '${table}')`
    const peek = 'peek on app.tenants ((name::int)) --'
    for (const [statement, refusal] of [
      [queue(true, peek), '23514'],
      [queue(true, 'job_common'), '23514'],
      [queue(false, peek), '23514'],
      [`update jobs.queue set partition = true, table_name = '${peek}'`, '23514'],
      ['update jobs.version set version = 39', '42501'],
      ['update jobs.version set bam_on = null', '42501'],
      ['delete from jobs.version', '42501'],
      ['insert into jobs.version (version) values (39)', '42501'],
    ] as const)
      await expect(platform.query(statement), statement).rejects.toMatchObject({ code: refusal })
  })

  it('can open no request, and calls only what is listed here with its reason', () => {
    expect(callable.filter(name => ['open_request', 'open_system', 'open_visit'].includes(name))).toEqual([])
    expect(callable).toEqual(Object.keys(reasons).sort())
  })
})

const reasons = {
  enter_support: 'makes a visit, under leave of the company alone',
  message_facts: 'how messages fared: kind, status, code and times; not to whom they went nor what they say',
  new_id: 'reads nothing',
  refuse_change: 'a trigger that refuses',
  touch: 'a trigger that notes the time',
  utc_day: 'reckons with what it is given',
  support_standing: 'what the company let support in for, and until when',
}
