import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { newId } from '@/lib/db/new-id'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { toDbDate } from '@/lib/time/local-date'
import { keyRing } from '@/lib/vault/key-ring'
import { sealSecret } from '@/lib/vault/seal'
import { activateVersion } from './activate-version'
import { lockCredential } from './lock-credential'
import { type Provider, providerTable } from './providers'
import { hintsOf } from './rules'
import type { EnterKey } from './schema'

/**
 * Keeps a key, sealed. It waits until a test has passed or somebody takes it into use; the one before is used until
 * then. A service without a test takes it into use at once.
 */
export async function enterKey(
  tx: TenantTx,
  actor: UserActor,
  input: EnterKey,
): Promise<Result<{ versionId: string }>> {
  const { provider, values, scopes, expiresOn } = input
  const credential = await ensureCredential(tx, actor, provider, input.label)
  const last = await tx.credentialVersion.findFirst({
    where: { credentialId: credential.id },
    select: { number: true },
    orderBy: { number: 'desc' },
  })
  const { count: superseded } = await tx.credentialVersion.updateMany({
    where: { credentialId: credential.id, activeFrom: null, retiredAt: null },
    data: { retiredAt: new Date() },
  })
  if (superseded > 0) await enqueueJob(tx, 'tend-credentials', {}, { key: 'tend' })
  const id = newId()
  const hints = hintsOf(provider, values)
  await tx.credentialVersion.createMany({
    data: [
      {
        id,
        credentialId: credential.id,
        number: (last?.number ?? 0) + 1,
        hints,
        scopes,
        expiresOn: expiresOn && toDbDate(expiresOn),
        createdBy: actor.userId,
      },
    ],
  })
  await sealValues(tx, { tenantId: actor.tenantId, provider, versionId: id }, values)
  await recordAudit(tx, actor, {
    action: last ? 'credential:key-replaced' : 'credential:key-entered',
    subjectType: 'credential',
    subjectId: credential.id,
    subjectLabel: credential.label,
    after: { ...hints, scopes, expiresOn },
  })
  if (providerTable[provider].test === null) {
    await activateVersion(tx, actor, credential, { id, hints })
  } else {
    await tx.credentialVersion.updateMany({ where: { id }, data: { testAskedAt: new Date() } })
    await enqueueJob(tx, 'test-credential', { versionId: id }, { key: id })
  }
  return ok({ versionId: id })
}

async function ensureCredential(tx: TenantTx, actor: UserActor, provider: Provider, label: string) {
  const found = await lockCredential(tx, provider)
  if (!found) {
    const data = { provider, label: label || providerTable[provider].name, createdBy: actor.userId }
    return tx.credential.create({ data, select: { id: true, label: true } })
  }
  if (label === '' || label === found.label) return found
  await tx.credential.updateMany({ where: { id: found.id }, data: { label } })
  return { ...found, label }
}

async function sealValues(
  tx: TenantTx,
  place: { tenantId: string; provider: Provider; versionId: string },
  values: Record<string, string>,
): Promise<void> {
  const ring = keyRing()
  await tx.credentialSecret.createMany({
    data: Object.entries(values).map(([keyName, secret]) => ({
      versionId: place.versionId,
      keyName,
      ...sealSecret(ring, { ...place, keyName }, secret),
    })),
  })
}
