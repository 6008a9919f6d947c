import { accountStates, takesWrites } from '@/lib/auth/account'
import type { PlatformTx } from '@/lib/db/as-platform'
import { wakeJobs } from '@/lib/jobs/wake-jobs'
import type { Moved } from './account'

const writable: ReadonlySet<string> = new Set(accountStates.filter(takesWrites))

/**
 * Writes what became of an account: its row, a row for every step it took, and the directory's word when an admin
 * holds or frees it. Jobs that waited until the company may write again start at once. The account must be locked.
 */
export async function writeMove(
  tx: PlatformTx,
  tenantId: string,
  moved: Moved,
  adminId: string | null = null,
): Promise<void> {
  const { state, stateSince, trialEndsAt, paymentMethodAt, firstPaidAt, overdueSince } = moved.account
  const { heldAt, heldReason, cancelsAt } = moved.account
  const before = await tx.platformAccount.findUniqueOrThrow({ where: { tenantId } })
  await tx.platformAccount.update({
    where: { tenantId },
    data: {
      ...{
        state,
        stateSince,
        trialEndsAt,
        paymentMethodAt,
        firstPaidAt,
        overdueSince,
        heldReason,
        cancelsAt,
      },
      heldAt,
      heldBy: heldAt ? (before.heldBy ?? adminId) : null,
      cancelRequestedAt: cancelsAt ? (before.cancelRequestedAt ?? new Date()) : null,
    },
  })
  await tx.platformStateChange.createMany({
    data: moved.changes.map(({ from, to, at, cause, reason }) => ({
      tenantId,
      fromState: from,
      toState: to,
      at,
      event: cause,
      reason,
      adminId,
    })),
  })
  if (takesWrites(state) && !writable.has(before.state)) await wakeJobs(tx, tenantId)
}
