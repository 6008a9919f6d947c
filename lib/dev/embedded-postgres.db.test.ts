import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { removePostgres, startPostgres } from './embedded-postgres'
import { findPostgresHome } from './postgres-home'

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

it('keeps data and port over a restart, and takes over from a server left running', async () => {
  const name = `test-restart-${process.pid}`
  onTestFinished(() => removePostgres(name))
  const start = () => startPostgres({ name, log: () => undefined })

  const first = await start()
  const url = first.adminUrl('postgres')
  await query(url, 'create table kept as select 1 as n')
  await first.stop()

  const second = await start()
  expect(second.adminUrl('postgres')).toBe(url)
  const { dataHome } = await findPostgresHome()
  const pid = Number(readFileSync(join(dataHome, name, 'postmaster.pid'), 'utf8').split('\n')[0])
  // Started again while it runs, as after a crash that left it behind: the first one is ended, the data stays.
  const third = await start()
  expect(await query(third.adminUrl('postgres'), 'select n from kept')).toEqual([{ n: 1 }])
  expect(() => process.kill(pid, 0)).toThrow()
  await Promise.all([second.stop(), third.stop()])
})
