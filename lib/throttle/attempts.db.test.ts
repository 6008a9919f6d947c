import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { testDatabase } from '@/lib/testing/create-test-database'
import { accountKey } from './account-key'
import {
  countFromAddress,
  countMail,
  countPasswordAttempt,
  forgiveAddress,
  forgiveAttempts,
} from './attempts'
import { limiter } from './limiters'

const database = testDatabase()
let made = 0
const freshAccount = () => accountKey('tenant', `person-${++made}@example.test`)

/** What another server process would count with: a pool of its own on the same database. */
function otherProcess(): pg.Pool {
  const pool = new pg.Pool({ connectionString: database().platformUrl })
  onTestFinished(() => pool.end())
  return pool
}

async function exhaust(account: string): Promise<number | null> {
  for (let attempt = 0; attempt < 10; attempt += 1) expect(await countPasswordAttempt(account)).toBeNull()
  return countPasswordAttempt(account)
}

/** Moves the end of an account's block into the past, as waiting would. */
const passTime = (account: string) =>
  asPlatform(tx =>
    tx.platformThrottle.updateMany({ where: { key: `password:${account}` }, data: { expire: 1n } }),
  )

describe('attempts on an account', () => {
  it('are counted together by several server processes', async () => {
    const account = freshAccount()
    const other = limiter('password', otherProcess())
    for (let round = 0; round < 5; round += 1) {
      expect(await countPasswordAttempt(account)).toBeNull()
      await other.consume(account)
    }
    expect(await countPasswordAttempt(account)).toBe(300)
    await expect(other.consume(account)).rejects.toMatchObject({ remainingPoints: 0 })
  })

  it('let exactly ten of forty sent at once through', async () => {
    const account = freshAccount()
    const waits = await Promise.all(Array.from({ length: 40 }, () => countPasswordAttempt(account)))
    expect(waits.filter(wait => wait === null)).toHaveLength(10)
  })

  it('rest longer each time within a day, up to an hour', async () => {
    const account = freshAccount()
    const waits: (number | null)[] = []
    for (let block = 0; block < 6; block += 1) {
      waits.push(await exhaust(account))
      await passTime(account)
    }
    expect(waits).toEqual([300, 600, 1200, 2400, 3600, 3600])
  })

  it('start anew after the right password', async () => {
    const account = freshAccount()
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 9; attempt += 1) expect(await countPasswordAttempt(account)).toBeNull()
      await forgiveAttempts(account)
    }
    expect(await exhaust(account)).toBe(300)
  })

  it('never stand in the way of a mailed link, nor one account in another’s', async () => {
    const [locked, other] = [freshAccount(), freshAccount()]
    expect(await exhaust(locked)).toBe(300)
    expect(await countMail(`reset:${locked}`)).toBe(true)
    expect(await countMail(`sign-in:${locked}`)).toBe(true)
    expect(await countPasswordAttempt(other)).toBeNull()
  })
})

describe('attempts from an address', () => {
  it('are limited for each purpose apart, and taken back by a sign-in that works', async () => {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      expect(await countFromAddress('password', '192.0.2.7')).toBeNull()
      await forgiveAddress('password', '192.0.2.7')
    }
    for (let attempt = 0; attempt < 60; attempt += 1) await countFromAddress('password', '192.0.2.7')
    expect(await countFromAddress('password', '192.0.2.7')).toBeGreaterThan(0)
    expect(await countFromAddress('mail', '192.0.2.7')).toBeNull()
    expect(await countFromAddress('password', '192.0.2.8')).toBeNull()
  })

  it('are generous where every visitor has the same one', async () => {
    for (let attempt = 0; attempt < 200; attempt += 1)
      expect(await countFromAddress('password', 'direct')).toBeNull()
  })
})

it('keeps no email address', async () => {
  await countPasswordAttempt(accountKey('tenant', 'Maria@Lakeside.example'))
  const rows = await asPlatform(tx => tx.platformThrottle.findMany())
  expect(JSON.stringify(rows.map(row => row.key)).toLowerCase()).not.toContain('maria')
  expect(accountKey('tenant', ' Maria@Lakeside.example ')).toBe(
    accountKey('tenant', 'maria@lakeside.example'),
  )
})
