import { randomBytes } from 'node:crypto'
import { ok, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { AdminActor } from '@/lib/auth/admin-actor'
import { hashToken } from '@/lib/auth/create-sign-in-link'
import type { PlatformTx } from '@/lib/db/as-platform'
import { tenantUrl } from '@/lib/tenancy/tenant-url'

/**
 * Enters a company as its guest, under leave that it gave; both logs say so. The database decides whether there is
 * leave, not this function.
 * @returns the address on the company's own host that takes the visit up, once and within two minutes; refusal
 * 'not_found' for an unknown or closed company, or 'no_leave'
 */
export async function enterSupport(
  tx: PlatformTx,
  admin: AdminActor,
  { tenantId }: { tenantId: string },
): Promise<Result<{ url: string }>> {
  const tenant = await tx.platformTenant.findUnique({ where: { id: tenantId, status: 'active' } })
  if (!tenant) return refuse('not_found')
  const token = randomBytes(32).toString('base64url')
  const [entered] = await tx.$queryRaw<{ visit: string | null }[]>`
    select app.enter_support(${tenantId}::uuid, ${admin.adminId}::uuid, ${hashToken(token)}) as visit`
  if (!entered?.visit) return refuse('no_leave')
  await recordPlatformAudit(tx, admin, {
    action: 'support:entered',
    tenantId,
    detail: { visit: entered.visit },
  })
  return ok({ url: tenantUrl(tenant.slug, `/support/${token}`) })
}
