import type { Prisma } from './generated/client'
import { pools } from './pools'
import { lazyTransaction } from './tenant-client'
import { begin, commit, connect, giveUp, OutOfTime } from './tenant-connection'

declare const tenantBrand: unique symbol

/** The id of a tenant; minted by the directory, never taken from a request. */
export type TenantId = string & { readonly [tenantBrand]: 'tenant' }

/** A transaction inside one tenant's context: the only thing domain functions accept, and only `inTenant` makes one. */
export type TenantTx = Prisma.TransactionClient & { readonly [tenantBrand]: 'transaction' }

/** Whose request or work a transaction belongs to. The session is proved by the database, not by the caller. */
export type TenantContext =
  | { tenantId: TenantId; sessionId: string | null }
  | { tenantId: TenantId; system: string }

export type Limits = { timeoutMs?: number }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function literal(id: string): string {
  if (!uuid.test(id)) throw new Error('a tenant or session id must be a lower-case uuid')
  return `'${id}'::uuid`
}

function opening(context: TenantContext): string {
  if ('system' in context) return `app.open_system(${literal(context.tenantId)})`
  const session = context.sessionId === null ? 'null' : literal(context.sessionId)
  return `app.open_request(${literal(context.tenantId)}, ${session})`
}

// Whoever waits for the transaction gives up when its time is over; Postgres then must not work on for nobody.
const openingStatement = (context: TenantContext, timeoutMs: number) =>
  `SELECT set_config('statement_timeout', '${Math.ceil(timeoutMs)}', true), ${opening(context)} AS answer`

/**
 * Runs `work` in one transaction of one tenant. Row-level security then shows it that tenant's rows alone, narrowed
 * to what the session's person may see.
 * @param work receives the transaction and the database's answer to the opening: who is there and the brand
 * @returns what `work` returns, after the commit
 * @param limits how long all of it may take, and so each of its statements
 * @throws whatever `work` throws, after the rollback; OutOfTime
 */
export async function inTenant<T>(
  context: TenantContext,
  work: (tx: TenantTx, opened: unknown) => Promise<T>,
  limits: Limits = {},
): Promise<T> {
  const timeout = limits.timeoutMs ?? 10_000
  const statement = openingStatement(context, timeout)
  const client = await connect(pools().app)
  const lazy = lazyTransaction(pools().tenantPrisma, client, timeout)
  const late = Promise.withResolvers<never>()
  const alarm = setTimeout(() => late.reject(new OutOfTime(`longer than ${timeout} ms`)), timeout)
  const run = async () => {
    const result = await work(lazy.tx as TenantTx, await begin(client, statement))
    await lazy.end()
    await commit(client)
    return result
  }
  try {
    const result = await Promise.race([run(), late.promise])
    client.release()
    return result
  } catch (error) {
    lazy.close()
    await giveUp(client, error, late.promise)
    throw error
  } finally {
    clearTimeout(alarm)
  }
}
