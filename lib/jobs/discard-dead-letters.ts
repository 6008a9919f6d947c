import type { AdminActor } from '@/lib/auth/admin-actor'
import type { PlatformTx } from '@/lib/db/as-platform'
import { deadLetters } from './job-names'
import { recordSettled, type Settled } from './record-settled'

/**
 * Throws dead letters away for good.
 * @returns refusal 'not_found' when none of them is there any more
 */
export async function discardDeadLetters(
  tx: PlatformTx,
  admin: AdminActor,
  input: { ids: string[] },
): ReturnType<typeof recordSettled> {
  const gone = await tx.$queryRaw<Settled[]>`
    delete from jobs.job where name = ${deadLetters} and state = 'created' and id = any(${input.ids}::uuid[])
    returning id::text, source_name as queue, data ->> 'tenantId' as "tenantId"`
  return recordSettled(tx, admin, { action: 'job:discarded', jobs: gone, asked: input.ids.length })
}
