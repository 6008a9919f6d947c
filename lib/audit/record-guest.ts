import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { recordAudit } from './record-audit'

/**
 * Writes into the company's own log what a guest looked at or did; nothing for its own people.
 * @param what.path the page, with its query
 * @param what.outcome what became of an attempt that came to nothing
 */
export async function recordGuest(
  tx: TenantTx,
  actor: UserActor,
  what: {
    action: 'support:viewed' | 'support:acted' | 'support:tried'
    path: string
    as?: string
    outcome?: string
  },
): Promise<void> {
  if (!actor.guest) return
  await recordAudit(tx, actor, {
    action: what.action,
    subjectType: 'page',
    subjectId: actor.sessionId,
    subjectLabel: what.path.slice(0, 500),
    ...(what.as && { after: { permission: what.as, ...(what.outcome && { outcome: what.outcome }) } }),
  })
}
