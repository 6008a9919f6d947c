import { ok, type Result, refuse } from '@/lib/action/result'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { activateVersion } from './activate-version'
import { lockVersion } from './lock-credential'

/**
 * Takes a waiting key into use though no test has passed.
 * @returns refusal 'not_found' when it was replaced or discarded meanwhile
 */
export async function confirmKey(
  tx: TenantTx,
  actor: UserActor,
  { versionId }: { versionId: string },
): Promise<Result> {
  const found = await lockVersion(tx, versionId)
  if (!found) return refuse('not_found')
  if (found.version.activeFrom === null) await activateVersion(tx, actor, found.credential, found.version)
  return ok()
}
