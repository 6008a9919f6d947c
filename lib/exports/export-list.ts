import { asSession } from '@/lib/action/as-session'
import { recordAudit } from '@/lib/audit/record-audit'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { List } from '@/lib/lists/define-list'
import type { ListQuery } from '@/lib/lists/read-list-query'
import { streamList } from './stream-list'

/**
 * Writes a list as CSV, the current filter, sort and columns, with its row in the audit log. The file is made batch
 * by batch while it is fetched; it breaks off with an error when the reader's session or permission, or the company's
 * standing, ends.
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
  const transact = asSession(actor, ['export:create', ...(list.can ? [list.can] : [])])
  return streamList(transact, list, query, zone)
}
