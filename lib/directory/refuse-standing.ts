import { type Refusal, refuse } from '@/lib/action/result'
import type { PlatformTx } from '@/lib/db/as-platform'

/** Refuses what a tenant's status does not allow: 'not_found' when there is no such tenant, else 'wrong_state'. */
export async function refuseStanding(tx: PlatformTx, id: string, why: string): Promise<Refusal> {
  const exists = await tx.platformTenant.findUnique({ where: { id }, select: { id: true } })
  return exists ? refuse('wrong_state', { params: { why } }) : refuse('not_found')
}
