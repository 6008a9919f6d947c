import { accountStates, takesWrites } from '@/lib/auth/account'
import type { TenantTx } from '@/lib/db/in-tenant'

/** Ends a try of a job whose company may not write now; no try is spent, and it goes on when the company may again. */
export class JobHeld extends Error {}

/**
 * Proves that the company may have something written, as it stands in this moment. For jobs that do a person's work
 * long after their request was let through; the system's own business is done however a company stands.
 * @throws JobHeld when it may not
 */
export async function proveWritable(tx: TenantTx): Promise<void> {
  const [row] = await tx.$queryRaw<{ state: string }[]>`select app.my_billing() ->> 'state' as state`
  const state = accountStates.find(name => name === row?.state)
  if (!state) throw new Error('the company has no account')
  if (!takesWrites(state)) throw new JobHeld(`the company may not write: ${state}`)
}
