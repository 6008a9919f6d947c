import { recordAudit } from '@/lib/audit/record-audit'
import type { SystemActor } from '@/lib/auth/actor'
import { createSignInLink } from '@/lib/auth/create-sign-in-link'
import type { TenantTx } from '@/lib/db/in-tenant'
import { queueMessage } from '@/lib/messaging/queue-message'
import { tenantUrl } from '@/lib/tenancy/tenant-url'
import type { SignUp } from './schema'

/** Minutes for which the link that leads from the apex into the new back office is good. */
const handOverMinutes = 2

/**
 * Fills a new tenant: its profile, its first admin, the welcome mail, and the link that signs the admin in.
 * @returns the link's token
 */
export async function provisionTenant(
  tx: TenantTx,
  actor: SystemActor,
  input: Omit<SignUp, 'password'> & { passwordHash: string },
): Promise<{ token: string }> {
  const { company, slug, kind, accent, zone, name, email, passwordHash } = input
  await tx.tenant.createMany({ data: [{ name: company, kind, accent, zone, supportEmail: email }] })
  const user = await tx.user.create({
    data: { name, email, role: 'admin', passwordHash },
    select: { id: true },
  })
  await recordAudit(tx, actor, {
    action: 'tenant:created',
    subjectType: 'tenant',
    subjectId: actor.tenantId,
    subjectLabel: company,
    after: { slug, kind, admin: email },
  })
  await queueMessage(tx, {
    template: 'welcome',
    data: { name, signInUrl: tenantUrl(slug, '/sign-in') },
    to: { email },
    userId: user.id,
    key: 'welcome',
  })
  return createSignInLink(tx, { userId: user.id, purpose: 'sign-in', expiresInMinutes: handOverMinutes })
}
