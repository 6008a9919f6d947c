import { recordAudit } from '@/lib/audit/record-audit'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import type { UserActor } from './actor'

/** Ends a guest's visit, because the guest leaves. */
export async function endVisit(
  context: { tenantId: TenantId; sessionId: string },
  guest: UserActor,
): Promise<void> {
  const { tenantId, sessionId } = context
  await inTenant(context, tx =>
    recordAudit(tx, guest, { action: 'support:left', subjectType: 'support-visit', subjectId: sessionId }),
  )
  await inTenant({ tenantId, system: 'sign-out' }, tx =>
    tx.supportVisit.updateMany({
      where: { id: sessionId, endedAt: null },
      data: { endedAt: new Date() },
    }),
  )
}
