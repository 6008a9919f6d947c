import { requestFace, sessionFor } from '@/lib/action/request-face'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { readOpened } from './actor'
import { readAdmin } from './admin-actor'
import { endSessions } from './end-sessions'
import { endVisit } from './end-visit'

/** Revokes the session that this request's cookie names, if the cookie belongs to this host. */
export async function forgetSession(): Promise<void> {
  const request = await requestFace()
  const { tenant, token } = request
  if (request.face.kind === 'admin' && token?.tid === null) {
    await asPlatform(async tx => {
      const admin = await readAdmin(tx, token.sid)
      await tx.platformAdminSession.updateMany({
        where: { id: token.sid, revokedAt: null },
        data: { revokedAt: new Date() },
      })
      if (admin) await recordPlatformAudit(tx, admin, { action: 'session:ended' })
    })
  }
  const sessionId = tenant && sessionFor(request, tenant)
  if (!sessionId) return
  const context = { tenantId: tenant.id, sessionId }
  const guest = await inTenant(context, async (tx, opened) => {
    const { actor } = readOpened(tenant.id, opened)
    if (actor && !actor.guest) await endSessions(tx, actor, { userId: actor.userId, sessionId })
    return actor?.guest ? actor : null
  })
  if (guest) await endVisit(context, guest)
}
