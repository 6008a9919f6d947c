import { AsyncLocalStorage } from 'node:async_hooks'
import pg, { type QueryResult } from 'pg'

/** What a transaction opens with, and what the database answered. */
export type Opening = { statement: string; answer: unknown }

// One a process, like the pools whose connections read it: bundles of pages and routes each evaluate this module.
const kept = globalThis as typeof globalThis & { porticoOpening?: AsyncLocalStorage<Opening> }
kept.porticoOpening ??= new AsyncLocalStorage<Opening>()

/** Carries the opening statement from `inTenant` to the connection that Prisma picks for the transaction. */
export const opening = kept.porticoOpening

const isBegin = (query: unknown) =>
  typeof query === 'object' && query !== null && 'text' in query && query.text === 'BEGIN'

async function beginOpened(client: pg.ClientBase, context: Opening): Promise<QueryResult> {
  const send = pg.Client.prototype.query as (text: string) => Promise<QueryResult[]>
  const [begun, opened] = await send.call(client, `BEGIN; ${context.statement}`)
  context.answer = opened?.rows[0]?.answer
  if (!begun) throw new Error('the database did not answer BEGIN')
  return begun
}

/**
 * Makes a pool's connections send the tenant context in the same message as BEGIN: a tenant transaction costs no
 * extra round trip, and no statement can run between the two.
 */
export function openWithContext(pool: pg.Pool): pg.Pool {
  pool.on('connect', client => {
    const plain = client.query.bind(client) as (...args: unknown[]) => unknown
    const query = (...args: unknown[]) => {
      const context = opening.getStore()
      return context && isBegin(args[0]) ? beginOpened(client, context) : plain(...args)
    }
    Object.assign(client, { query })
  })
  return pool
}
