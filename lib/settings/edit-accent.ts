import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { holdSettings } from './read-settings'

/** Changes the company's color. It is kept as chosen; every use of it is corrected for contrast. */
export async function editAccent(tx: TenantTx, actor: Actor, input: { accent: string }): Promise<Result> {
  await holdSettings(tx)
  const { name, accent } = await tx.tenant.findFirstOrThrow()
  if (accent === input.accent) return ok()
  await tx.tenant.updateMany({ data: { accent: input.accent } })
  await recordAudit(tx, actor, {
    action: 'branding:edited',
    subjectType: 'tenant',
    subjectId: actor.tenantId,
    subjectLabel: name,
    before: { accent },
    after: { accent: input.accent },
  })
  return ok()
}
