import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'

/** Gives a domain up: it answers no longer, and whoever proves it next may have it. Refusal: 'not_found'. */
export async function removeDomain(
  tx: TenantTx,
  actor: Actor,
  { domainId }: { domainId: string },
): Promise<Result> {
  const rows = await tx.$queryRaw<{ host: string | null }[]>`
    select app.remove_domain(${domainId}::uuid) as host`
  const host = rows[0]?.host
  if (!host) return refuse('not_found')
  await recordAudit(tx, actor, {
    action: 'domain:removed',
    subjectType: 'domain',
    subjectId: domainId,
    subjectLabel: host,
  })
  return ok()
}
