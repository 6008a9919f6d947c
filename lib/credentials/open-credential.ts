import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { type OpenKey, openVersion } from './open-version'
import type { Provider } from './providers'

type Wanted<P extends Provider> = {
  provider: P
  /** What it is opened for, as the access log says it: `send-email`. */
  purpose: string
  /** This very key and no later one, as long as it is usable. */
  versionId?: string
}

/**
 * Opens the company's own key of a service, in a system transaction, and logs it.
 * @param actor the person on whose behalf, or the system
 * @returns null when the company has none in use; then the platform's own serves
 * @throws outside of a system transaction
 */
export async function openCredential<P extends Provider>(
  tx: TenantTx,
  actor: Actor,
  { provider, purpose, versionId }: Wanted<P>,
): Promise<OpenKey<P> | null> {
  const [context] = await tx.$queryRaw<{ system: boolean }[]>`select app.is_system() as system`
  // Anybody else would find nothing, which must not be taken for there being nothing.
  if (!context?.system) throw new Error('only the system opens keys')
  const version = await tx.credentialVersion.findFirst({
    where: {
      credential: { provider, removedAt: null },
      activeFrom: { not: null },
      retiredAt: null,
      ...(versionId
        ? { id: versionId, OR: [{ retiresAt: null }, { retiresAt: { gt: new Date() } }] }
        : { retiresAt: null }),
    },
    select: { id: true, credentialId: true },
  })
  if (!version) return null
  const use =
    actor.kind === 'user'
      ? { purpose, via: 'screen', userId: actor.userId }
      : { purpose, via: actor.purpose, userId: null }
  const key = {
    tenantId: actor.tenantId,
    provider,
    credentialId: version.credentialId,
    versionId: version.id,
  }
  return openVersion(tx, key, use)
}
