import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import { type AdminActor, adminCan, readAdmin } from '@/lib/auth/admin-actor'
import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import { platformAuditList } from '@/lib/directory/platform-audit-list'
import type { ListQuery } from '@/lib/lists/read-list-query'
import { walkList } from '@/lib/lists/walk-list'
import { headerLine, rowLines } from './rules'

async function* lines(query: ListQuery, { sessionId }: AdminActor): AsyncGenerator<string> {
  yield headerLine(platformAuditList, query.columns)
  // Each batch is a transaction of its own, in which the session is proved again.
  const asSession = <T>(work: (tx: PlatformTx) => Promise<T>): Promise<T> =>
    asPlatform(async tx => {
      const admin = await readAdmin(tx, sessionId)
      if (!admin || !adminCan(admin, 'audit:read')) throw new Error('the session ended during the export')
      return work(tx)
    })
  for await (const rows of walkList(asSession, platformAuditList, query, { zone: 'UTC' }))
    yield rowLines(platformAuditList, query.columns, rows, 'UTC')
}

/** Writes what platform admins did as CSV, the current filter, sort and columns, and that it was taken away. */
export async function exportPlatformAudit(
  tx: PlatformTx,
  admin: AdminActor,
  query: ListQuery,
): Promise<ReadableStream<Uint8Array>> {
  await recordPlatformAudit(tx, admin, { action: 'audit:exported' })
  const source = lines(query, admin)
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await source.return(undefined)
    },
  })
}
