import { ok, type Result, refuse } from '@/lib/action/result'
import { runInTenant } from '@/lib/action/run-in-tenant'
import type { DirectoryEntry } from '@/lib/tenancy/directory-entry'
import { countFromAddress } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'
import { hashToken } from './create-sign-in-link'
import type { Device } from './start-session'

/**
 * Takes up a visit on the company's own host with the one-time link that entering it made; the link is good for two
 * minutes, once, and only while the company's leave is in force.
 * @returns refusal 'link_spent' or 'too_many'
 */
export async function beginVisit(
  tenant: DirectoryEntry,
  input: { token: string },
  device: Device,
): Promise<Result<{ sessionId: string }>> {
  const wait = await countFromAddress('support', device.address)
  if (wait !== null) return refuseTooMany(wait)
  return runInTenant<{ sessionId: string }>({ tenantId: tenant.id, system: 'sign-in' }, async tx => {
    const [visit] = await tx.$queryRaw<{ sessionId: string }[]>`
      update app.support_visits v set handed_over_at = now(), last_seen_at = now()
      from app.support_grants g
      where v.tenant_id = app.current_tenant() and v.token_hash = ${hashToken(input.token)}
        and v.handed_over_at is null and v.ended_at is null and v.created_at > now() - interval '2 minutes'
        and g.tenant_id = v.tenant_id and g.id = v.grant_id and g.revoked_at is null and g.expires_at > now()
      returning v.id as "sessionId"`
    return visit ? ok(visit) : refuse('link_spent')
  })
}
