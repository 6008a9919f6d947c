import { recordAudit } from '@/lib/audit/record-audit'
import { can, readOpened, type UserActor } from '@/lib/auth/actor'
import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import type { List } from '@/lib/lists/define-list'
import type { ListQuery } from '@/lib/lists/read-list-query'
import { ExportStopped, streamList } from './stream-list'

/** Runs one batch in a transaction of its own, in which the session and its permissions are proved again. */
function asSession(list: List, { tenantId, sessionId }: UserActor) {
  return <T>(work: (tx: TenantTx) => Promise<T>): Promise<T> =>
    inTenant({ tenantId, sessionId }, async (tx, answer) => {
      const { actor } = readOpened(tenantId, answer)
      const allowed = actor && can(actor, 'export:create') && (!list.can || can(actor, list.can))
      if (!allowed) throw new ExportStopped('the session or its permission ended during the export')
      return work(tx)
    })
}

/**
 * Writes a list as CSV, the current filter, sort and columns, with its row in the audit log. The file is made batch
 * by batch while it is fetched; it breaks off with an error when the reader's session or permission ends.
 */
export async function exportList(
  tx: TenantTx,
  actor: UserActor,
  list: List,
  { query, zone, asked }: { query: ListQuery; zone: string; asked: string },
): Promise<ReadableStream<Uint8Array>> {
  await recordAudit(tx, actor, {
    action: 'list:exported',
    subjectType: 'list',
    subjectLabel: list.id,
    after: { query: asked, columns: query.columns },
  })
  return streamList(asSession(list, actor), list, query, zone)
}
