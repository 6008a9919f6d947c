import { ok, type Result } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { storeFile } from '@/lib/files/store-file'
import { rasterizeLogo } from './rasterize-logo'
import { holdSettings } from './read-settings'
import { logoBytes } from './schema'

async function* one(bytes: Uint8Array) {
  yield bytes
}

async function replaceLogo(tx: TenantTx, actor: Actor, next: string | null) {
  const { name, logoFileId: last } = await tx.tenant.findFirstOrThrow()
  await tx.tenant.updateMany({ data: { logoFileId: next } })
  if (last) await tx.file.deleteMany({ where: { id: last } })
  if (last === next) return
  await recordAudit(tx, actor, {
    action: 'branding:edited',
    subjectType: 'tenant',
    subjectId: actor.tenantId,
    subjectLabel: name,
    before: { logo: last },
    after: { logo: next },
  })
}

/**
 * Gives the company a logo, or takes it away; the earlier one is deleted.
 * @param input null removes the logo
 * @returns refusal 'file_unreadable' with a sentence for the field `logo`
 */
export async function changeLogo(
  tx: TenantTx,
  actor: Actor,
  input: { name: string; bytes: Uint8Array } | null,
): Promise<Result<{ logoFileId: string | null }>> {
  if (!input) {
    await holdSettings(tx)
    await replaceLogo(tx, actor, null)
    return ok({ logoFileId: null })
  }
  const painted = await rasterizeLogo(input.bytes)
  if (!painted.ok) return painted
  await holdSettings(tx)
  const stored = await storeFile(tx, actor, {
    purpose: 'logo',
    name: input.name,
    body: one(painted.value),
    maxBytes: 4 * logoBytes,
    accept: ['image/png'],
  })
  if (!stored.ok) return stored
  await replaceLogo(tx, actor, stored.value.fileId)
  return ok({ logoFileId: stored.value.fileId })
}
