import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import type { Json } from '@/lib/db/json'

export type AuditFact = {
  /** `resource:what-was-done`, as in `unit:archived`. */
  action: string
  subjectType: string
  subjectId?: string
  /** What a reader would call the subject, kept because the subject may be renamed. */
  subjectLabel?: string
  associationId?: string
  before?: Json
  after?: Json
}

/** Writes who did what into the tenant's audit log, in the transaction that does it. */
export async function recordAudit(tx: TenantTx, actor: Actor, fact: AuditFact): Promise<void> {
  await tx.auditEntry.createMany({ data: [{ ...whoOf(actor), ...fact }] })
}

// The database writes a guest's name beside it, from the visit that the request was opened with.
function whoOf(actor: Actor) {
  if (actor.kind === 'system') return { userId: null, via: actor.purpose }
  return { userId: actor.userId, via: actor.guest ? 'support' : 'screen' }
}
