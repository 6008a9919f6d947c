import { recordGuest } from '@/lib/audit/record-guest'
import { readOpened, type UserActor } from '@/lib/auth/actor'
import type { Permission } from '@/lib/auth/permissions'
import { inTenant, type TenantContext } from '@/lib/db/in-tenant'
import { log } from '@/lib/log/log'

/** Tells who turned out to be there, before anything is refused. */
export type Meet = (actor: UserActor | null) => void

/** What a guest tried. */
type Attempt = { path: string; as: Permission }

/**
 * Runs an entry's transaction. When it comes to nothing for a guest, refused or thrown, whatever it wrote is rolled
 * back and the guest's trace with it: then a short transaction of its own puts the attempt into the company's log.
 * @param transact must tell whom it met before it refuses anything
 */
export async function tracingGuest<T>(
  context: TenantContext,
  attempt: Attempt,
  transact: (meet: Meet) => Promise<T>,
): Promise<T> {
  const met = { guest: false }
  const meet: Meet = actor => {
    met.guest = Boolean(actor?.guest)
  }
  try {
    const result = await transact(meet)
    const refusal = refusalOf(result)
    if (met.guest && refusal) await note(context, attempt, refusal)
    return result
  } catch (error) {
    if (met.guest) await note(context, attempt, endingOf(error))
    throw error
  }
}

/** The reason of a result that is a refusal. */
function refusalOf(result: unknown): string | null {
  if (typeof result !== 'object' || result === null || !('ok' in result) || result.ok !== false) return null
  return 'reason' in result ? String(result.reason) : 'failed'
}

/** How a page ended that was not drawn, from the digest of what Next throws. */
function endingOf(error: unknown): string {
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : ''
  if (digest.startsWith('NEXT_REDIRECT')) return 'redirected'
  if (digest.endsWith(';404')) return 'not_found'
  return digest.endsWith(';403') ? 'forbidden' : 'failed'
}

/** The attempt came to nothing already; that it cannot be written down is logged, and changes nothing about that. */
async function note(context: TenantContext, { path, as }: Attempt, outcome: string): Promise<void> {
  try {
    await inTenant(context, async (tx, answer) => {
      const { actor } = readOpened(context.tenantId, answer)
      if (actor) await recordGuest(tx, actor, { action: 'support:tried', path, as, outcome })
    })
  } catch (error) {
    log().error(
      { err: error, tenantId: context.tenantId, path, outcome },
      'a guest’s attempt is not in the log',
    )
  }
}
