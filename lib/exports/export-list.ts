import { recordAudit } from '@/lib/audit/record-audit'
import { can, readOpened, type UserActor } from '@/lib/auth/actor'
import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import type { List } from '@/lib/lists/define-list'
import type { ListQuery } from '@/lib/lists/read-list-query'
import { walkList } from '@/lib/lists/walk-list'
import { headerLine, rowLines } from './rules'

/** Stops a file half-way, so that nobody takes part of a list for all of it. */
class ExportStopped extends Error {}

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

async function* lines(list: List, query: ListQuery, actor: UserActor, zone: string): AsyncGenerator<string> {
  yield headerLine(list, query.columns)
  for await (const rows of walkList(asSession(list, actor), list, query, { zone }))
    yield rowLines(list, query.columns, rows, zone)
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
  const encoder = new TextEncoder()
  const source = lines(list, query, actor, zone)
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await source.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await source.return(undefined)
    },
  })
}
