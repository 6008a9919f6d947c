import { ok, type Result, refuse } from '@/lib/action/result'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { AccountEvent, Moved } from './account'
import { lockAccount } from './lock-account'
import { nextState } from './rules'
import { writeMove } from './write-move'

/**
 * Tells a company's account what happened, and takes the steps that follow.
 * @param by.adminId the admin who did it; absent for the company itself, Stripe or time
 * @returns refusal 'not_found' when there is no such company
 */
export async function applyAccountEvent(
  tx: PlatformTx,
  tenantId: string,
  event: AccountEvent,
  by: { now: Date; adminId?: string },
): Promise<Result<Moved>> {
  const account = await lockAccount(tx, tenantId)
  if (!account) return refuse('not_found')
  const moved = nextState(account, event, by.now)
  await writeMove(tx, tenantId, moved, by.adminId)
  return ok(moved)
}
