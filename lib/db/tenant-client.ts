import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import type { Prisma, PrismaClient } from './generated/client'

type Held = () => pg.ClientBase

// One a process, like the pools: bundles of pages and routes each evaluate this module.
const kept = globalThis as typeof globalThis & { porticoJoined?: AsyncLocalStorage<Held> }
kept.porticoJoined ??= new AsyncLocalStorage<Held>()
const joined = kept.porticoJoined

const bounds = new Set(['BEGIN', 'COMMIT', 'ROLLBACK'])
const nothing = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] }
const ignore = () => undefined

/** A tenant transaction's connection as Prisma gets it: where the transaction begins and ends is not Prisma's to say. */
function lent(held: Held) {
  const query = async (statement: pg.QueryConfig) =>
    bounds.has(statement.text) ? nothing : held().query(statement)
  return { query, on: ignore, removeListener: ignore, release: ignore }
}

/**
 * A pool that opens no connection: Prisma works on the one of the tenant transaction it was called in, and nowhere
 * else.
 */
export function joiningPool(): pg.Pool {
  const connect = async () => {
    const held = joined.getStore()
    if (!held) throw new Error('tenants are reached within inTenant only')
    return lent(held)
  }
  return Object.assign(new pg.Pool(), { connect, query: connect })
}

type Joined = { tx: Prisma.TransactionClient; leave: () => Promise<void> }

/** Lets Prisma take part in a transaction that is open on a connection, until it is told to leave. */
function join(prisma: PrismaClient, held: Held, timeout: number): Promise<Joined> {
  return new Promise((resolve, reject) => {
    const over = Promise.withResolvers<void>()
    const whole = joined.run(held, () =>
      prisma.$transaction(
        tx => {
          const leave = async () => {
            over.resolve()
            await whole
          }
          resolve({ tx, leave })
          return over.promise
        },
        { timeout, maxWait: timeout },
      ),
    )
    whole.catch(reject)
  })
}

/** The key of a tenant transaction's connection. */
const connection = Symbol('connection')

/**
 * The connection of a tenant transaction, for statements that are written out; none behind another transaction.
 * @throws once the transaction is over
 */
export function connectionOf(tx: object): pg.ClientBase | undefined {
  return connection in tx && typeof tx[connection] === 'function' ? tx[connection]() : undefined
}

/**
 * Prisma's transaction over an open connection, joined when it is first asked for something: a page whose statements
 * are all written out never pays for it. Once closed it takes no further statement, for the connection is then
 * somebody else's.
 */
export function lazyTransaction(prisma: PrismaClient, client: pg.ClientBase, timeout: number) {
  let joining: Promise<Joined> | undefined
  let closed = false
  const held = () => {
    if (closed) throw new Error('the transaction is over')
    return client
  }
  const call = async (path: readonly string[], args: unknown[]): Promise<unknown> => {
    joining ??= join(prisma, held, timeout)
    let [self, target]: [unknown, unknown] = [undefined, (await joining).tx]
    for (const name of path) [self, target] = [target, Reflect.get(Object(target), name)]
    if (typeof target !== 'function') throw new Error(`a transaction has no ${path.join('.')}`)
    return Reflect.apply(target, self, args)
  }
  const method =
    (...path: string[]) =>
    (...args: unknown[]) =>
      call(path, args)
  const model = (name: string) =>
    new Proxy({}, { get: (_, action) => (typeof action === 'string' ? method(name, action) : undefined) })
  const tx: object = new Proxy(
    { [connection]: held },
    {
      get: (own, name) => {
        if (typeof name === 'symbol') return Reflect.get(own, name)
        // Only a promise has `then`; a transaction must not be taken for one.
        if (name === 'then') return undefined
        return name.startsWith('$') ? method(name) : model(name)
      },
    },
  )
  const close = () => {
    closed = true
    joining?.then(({ leave }) => leave(), ignore)
  }
  const end = async () => {
    const there = await joining
    await there?.leave()
    closed = true
  }
  return { tx, end, close }
}
