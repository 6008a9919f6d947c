import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { confirmSettings } from './confirm-settings'
import { fingerprint } from './fingerprint'
import { holdSettings, readMoney } from './read-settings'
import { changesBetween, type Money, moneyColumns, moneyFacts } from './rules'
import { writeSettings } from './write-settings'

/**
 * Changes how the company reckons with money.
 * @returns refusal 'conflict' when somebody changed it since it was seen
 */
export async function editMoney(tx: TenantTx, actor: Actor, input: Money, seen: string): Promise<Result> {
  await holdSettings(tx)
  const last = moneyFacts(await readMoney(tx))
  if (seen !== fingerprint(last)) return refuse('conflict')
  const changes = changesBetween(last, moneyFacts(input))
  if (!changes) {
    await confirmSettings(tx)
    return ok()
  }
  await tx.tenant.updateMany({ data: { currency: input.currency } })
  await writeSettings(tx, moneyColumns(input))
  await recordAudit(tx, actor, {
    action: 'settings:money-edited',
    subjectType: 'tenant',
    subjectId: actor.tenantId,
    ...changes,
  })
  return ok()
}
