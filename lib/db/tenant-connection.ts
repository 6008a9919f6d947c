import type pg from 'pg'

/** A transaction that got no connection in time, or ran longer than it may. */
export class OutOfTime extends Error {
  readonly code = 'out_of_time'
}

/**
 * Takes a connection from the pool.
 * @throws OutOfTime when none was free for as long as the pool waits
 */
export async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    const isLate = error instanceof Error && error.message.startsWith('timeout exceeded')
    throw isLate ? new OutOfTime(error.message) : error
  }
}

/**
 * Begins a transaction by a statement that sets its context, in one message: it costs no round trip more, and no
 * statement can run between the two.
 * @returns the statement's column `answer`
 */
export async function begin(client: pg.PoolClient, statement: string): Promise<unknown> {
  const results: unknown = await client.query(`BEGIN; ${statement}`)
  const opened: pg.QueryResult | undefined = Array.isArray(results) ? results[1] : undefined
  const answer: unknown = opened?.rows[0]?.answer
  if (answer === undefined) throw new Error('the transaction opened without a tenant context')
  return answer
}

/** Commits; Postgres answers otherwise when a statement failed before, even if its error was caught. */
export async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT')
  if (command !== 'COMMIT') throw new Error('a statement of the transaction failed; nothing was kept')
}

/**
 * Rolls back and gives the connection back to the pool; one that may still be busy, or may not be clean, is ended.
 * @param late rejects when the time is up
 */
export async function giveUp(client: pg.PoolClient, error: unknown, late: Promise<never>): Promise<void> {
  try {
    if (error instanceof OutOfTime) throw error
    await Promise.race([client.query('ROLLBACK'), late])
    client.release()
  } catch {
    client.release(true)
  }
}
