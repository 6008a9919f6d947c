import { DownloadStopped } from '@/lib/action/as-session'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import { type AdminActor, type AdminPermission, adminCan, readAdmin } from '@/lib/auth/admin-actor'
import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import type { List } from '@/lib/lists/define-list'
import type { ListQuery } from '@/lib/lists/read-list-query'
import { streamList } from './stream-list'

/** Runs one batch in a transaction of its own, in which the admin's session and role are proved again. */
function asSession({ sessionId }: AdminActor, can: AdminPermission) {
  return <T>(work: (tx: PlatformTx) => Promise<T>): Promise<T> =>
    asPlatform(async tx => {
      const admin = await readAdmin(tx, sessionId)
      if (!admin || !adminCan(admin, can)) throw new DownloadStopped('the admin’s session or permission')
      return work(tx)
    })
}

/**
 * Writes a list of the dashboard's as CSV, the current filter, sort and columns, with its row in the admins' audit
 * log. Instants are told in UTC. The file breaks off with an error when the admin's session or permission ends.
 */
export async function exportPlatformList(
  tx: PlatformTx,
  admin: AdminActor,
  list: List,
  { query, asked, can }: { query: ListQuery; asked: string; can: AdminPermission },
): Promise<ReadableStream<Uint8Array>> {
  await recordPlatformAudit(tx, admin, { action: 'list:exported', detail: { list: list.id, query: asked } })
  return streamList(asSession(admin, can), list, query, 'UTC')
}
