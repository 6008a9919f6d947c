import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { type Duplicate, findDuplicates } from './find-duplicates'
import { refuseAddress } from './guests'
import type { AddHomeowner } from './schema'

/** Either somebody was added, or nothing was written because people like them are on record. */
export type Added =
  | { homeownerId: string; duplicates?: never }
  | { homeownerId: null; duplicates: Duplicate[] }

/**
 * Adds a homeowner. When somebody with the same address or name is on record it writes nothing and answers with
 * them, unless `anyway` is set.
 * @returns refusal 'not_for_guests' for an address that a guest gives
 */
export async function addHomeowner(
  tx: TenantTx,
  actor: Actor,
  { anyway, ...facts }: AddHomeowner,
): Promise<Result<Added>> {
  const refused = facts.email ? refuseAddress(actor) : null
  if (refused) return refused
  const duplicates = anyway ? [] : await findDuplicates(tx, facts)
  if (duplicates.length > 0) return ok({ homeownerId: null, duplicates })
  const { id } = await tx.homeowner.create({ data: facts, select: { id: true } })
  await recordAudit(tx, actor, {
    action: 'homeowner:added',
    subjectType: 'homeowner',
    subjectId: id,
    subjectLabel: facts.name,
    after: facts,
  })
  return ok({ homeownerId: id })
}
