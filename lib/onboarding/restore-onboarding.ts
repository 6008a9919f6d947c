import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'

/** Takes the list of first steps out again, for the whole company. */
export async function restoreOnboarding(tx: TenantTx, actor: Actor): Promise<Result> {
  const restored = await tx.$executeRaw`
    update app.onboarding_dismissals set restored_at = now(), restored_by = app.current_user_id()
    where tenant_id = app.current_tenant() and restored_at is null`
  if (restored > 0) await recordAudit(tx, actor, { action: 'onboarding:restored', subjectType: 'tenant' })
  return ok()
}
