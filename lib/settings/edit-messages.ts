import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { confirmSettings } from './confirm-settings'
import { fingerprint } from './fingerprint'
import { holdSettings, readMessages } from './read-settings'
import { changesBetween, type Messages, messagesColumns } from './rules'
import { writeSettings } from './write-settings'

/**
 * Changes who the company's emails come from and when its people are left alone; counts for what is sent from now on.
 * @returns refusal 'conflict' when somebody changed it since it was seen
 */
export async function editMessages(
  tx: TenantTx,
  actor: Actor,
  input: Messages,
  seen: string,
): Promise<Result> {
  await holdSettings(tx)
  const last = messagesColumns(await readMessages(tx))
  if (seen !== fingerprint(last)) return refuse('conflict')
  const next = messagesColumns(input)
  const changes = changesBetween(last, next)
  if (!changes) {
    await confirmSettings(tx)
    return ok()
  }
  await writeSettings(tx, next)
  await recordAudit(tx, actor, {
    action: 'settings:messages-edited',
    subjectType: 'tenant',
    subjectId: actor.tenantId,
    ...changes,
  })
  return ok()
}
