import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'

/** Puts the list of first steps away for the whole company; a list that is away already stays so. */
export async function dismissOnboarding(tx: TenantTx, actor: Actor): Promise<Result> {
  const added = await tx.$executeRaw`
    insert into app.onboarding_dismissals default values on conflict do nothing`
  if (added > 0) await recordAudit(tx, actor, { action: 'onboarding:dismissed', subjectType: 'tenant' })
  return ok()
}
