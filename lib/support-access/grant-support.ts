import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { GrantSupport } from './schema'

/** Lets Portico's support in from now on, for a purpose, until the hours are over or it is taken back. */
export async function grantSupport(
  tx: TenantTx,
  actor: UserActor,
  { purpose, hours }: GrantSupport,
): Promise<Result<{ id: string }>> {
  // The database's own clock: the same that says, on every request, whether the time is over.
  const [grant] = await tx.$queryRaw<{ id: string; expiresAt: Date }[]>`
    insert into app.support_grants (purpose, expires_at) values (${purpose}, now() + make_interval(hours => ${hours}::int))
    returning id, expires_at as "expiresAt"`
  if (!grant) throw new Error('the grant was not written')
  await recordAudit(tx, actor, {
    action: 'support:granted',
    subjectType: 'support-grant',
    subjectId: grant.id,
    subjectLabel: purpose,
    after: { purpose, hours, expiresAt: grant.expiresAt.toISOString() },
  })
  return ok({ id: grant.id })
}
