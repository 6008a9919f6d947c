import { mayRead } from '@/lib/auth/account'
import { can, readOpened } from '@/lib/auth/actor'
import type { Permission } from '@/lib/auth/permissions'
import { inTenant, type TenantId, type TenantTx } from '@/lib/db/in-tenant'

/** Stops a file half-way, so that nobody takes part of it for all of it. */
export class DownloadStopped extends Error {
  /** @param what what the reader had the file by */
  constructor(what: string) {
    super(`${what} ended during the export`)
  }
}

/**
 * Runs batches of a file that is made while it is fetched, each in a transaction of its own that proves anew what the
 * request for the file proved: the session, its permissions and that the company may read.
 * @param needed what the file takes, each of it
 * @returns runs one batch, or throws DownloadStopped
 */
export function asSession(
  context: { tenantId: TenantId; sessionId: string | null },
  needed: readonly Permission[],
) {
  return <T>(work: (tx: TenantTx) => Promise<T>): Promise<T> =>
    inTenant(context, async (tx, answer) => {
      const { actor, account } = readOpened(context.tenantId, answer)
      const allowed = actor && needed.every(name => can(actor, name) && mayRead(account, name))
      if (!allowed) throw new DownloadStopped('the session, its permission or the company’s standing')
      return work(tx)
    })
}
