import { recordAudit } from '@/lib/audit/record-audit'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { SystemActor } from './actor'
import { type Role, staffRoles } from './permissions'

export type SignInMethod = 'password' | 'link' | 'invitation' | 'reset'

/** From where somebody signs in, as the entry point saw it. */
export type Device = { address: string; userAgent: string }

/**
 * How long a session lives, in days, whatever happens. The database ends it sooner when it is idle: after 12 hours
 * for the company's own people, who see everybody's data on shared desks; portal people stay signed in on their phone.
 */
export const sessionDays = { staff: 14, portal: 30 }

/** After how many idle hours the database (`app.open_request`) ends a session of the company's own people. */
export const staffIdleHours = 12

/** Starts a session for a person who has just proved who they are, and says so in the audit log. */
export async function startSession(
  tx: TenantTx,
  actor: SystemActor,
  input: { user: { id: string; name: string; role: string }; method: SignInMethod; device: Device },
): Promise<{ sessionId: string }> {
  const { user, method, device } = input
  const days = staffRoles.has(user.role as Role) ? sessionDays.staff : sessionDays.portal
  const session = await tx.session.create({
    data: {
      userId: user.id,
      method,
      expiresAt: new Date(Date.now() + days * 86_400_000),
      userAgent: device.userAgent,
      address: device.address,
    },
    select: { id: true },
  })
  await tx.user.updateMany({ where: { id: user.id }, data: { lastSeenAt: new Date() } })
  await recordAudit(tx, actor, {
    action: 'session:started',
    subjectType: 'user',
    subjectId: user.id,
    subjectLabel: user.name,
    after: { method, address: device.address },
  })
  return { sessionId: session.id }
}
