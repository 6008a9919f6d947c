import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Member } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'

/** Changes one's own name and phone number. */
export async function editProfile(
  tx: TenantTx,
  actor: Member,
  input: { name: string; phone?: string | null },
): Promise<Result> {
  const data = { name: input.name, phone: input.phone ?? null }
  const before = await tx.user.findFirst({
    where: { id: actor.userId },
    select: { name: true, phone: true },
  })
  await tx.user.updateMany({ where: { id: actor.userId }, data })
  await recordAudit(tx, actor, {
    action: 'user:profile-edited',
    subjectType: 'user',
    subjectId: actor.userId,
    subjectLabel: input.name,
    before: before ?? undefined,
    after: data,
  })
  return ok()
}
