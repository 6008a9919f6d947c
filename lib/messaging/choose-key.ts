import type { SystemActor } from '@/lib/auth/actor'
import { openCredential } from '@/lib/credentials/open-credential'
import type { OpenKey } from '@/lib/credentials/open-version'
import type { TenantId, TenantTx } from '@/lib/db/in-tenant'
import type { Channel } from './find-suppression'

/** The company's own key that a message is handed over with. */
export type OwnKey = OpenKey<'smtp'> | OpenKey<'resend'> | OpenKey<'twilio'>

type Chosen = { own: OwnKey | null; versionId: string | null }

/**
 * Chooses with whose key a message is handed over: the company's own if it has one in use, else the platform's. Its
 * mail server goes before its key of Resend; `yieldsTo` in lib/credentials says so on the screens. A message that may
 * have been taken stays with the account it was handed to, which alone knows of it.
 * @param earlier the key of the earlier try, null for the platform's; undefined when there was none
 * @returns null when the earlier try's key is gone
 */
export async function chooseKey(
  tx: TenantTx,
  tenantId: TenantId,
  channel: Channel,
  earlier: string | null | undefined,
): Promise<Chosen | null> {
  if (earlier === null) return { own: null, versionId: null }
  const actor: SystemActor = { kind: 'system', tenantId, purpose: 'send-message' }
  const own =
    channel === 'email'
      ? await openEmailKey(tx, actor, earlier)
      : await openCredential(tx, actor, { provider: 'twilio', purpose: 'send-text', versionId: earlier })
  if (!own && earlier) return null
  return { own, versionId: own?.versionId ?? null }
}

async function openEmailKey(tx: TenantTx, actor: SystemActor, versionId?: string): Promise<OwnKey | null> {
  const purpose = 'send-email'
  const server = await openCredential(tx, actor, { provider: 'smtp', purpose, versionId })
  return server ?? openCredential(tx, actor, { provider: 'resend', purpose, versionId })
}
