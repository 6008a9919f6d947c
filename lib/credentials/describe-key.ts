import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { UserActor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { fromDbDate, toDbDate } from '@/lib/time/local-date'
import { lockVersion } from './lock-credential'
import { providerTable } from './providers'
import type { DescribeKey } from './schema'

/** Changes what is known about a key: its label, its scopes, when it expires. The secret stays. */
export async function describeKey(tx: TenantTx, actor: UserActor, input: DescribeKey): Promise<Result> {
  const found = await lockVersion(tx, input.versionId)
  if (!found) return refuse('not_found')
  const { credential, version } = found
  const { scopes, expiresOn } = input
  const label = input.label || providerTable[credential.provider].name
  const before = {
    label: credential.label,
    scopes: version.scopes,
    expiresOn: version.expiresOn && fromDbDate(version.expiresOn),
  }
  const after = { label, scopes, expiresOn }
  if (JSON.stringify(before) === JSON.stringify(after)) return ok()
  await tx.credential.updateMany({ where: { id: credential.id }, data: { label } })
  await tx.credentialVersion.updateMany({
    where: { id: version.id },
    data: { scopes, expiresOn: expiresOn && toDbDate(expiresOn) },
  })
  await recordAudit(tx, actor, {
    action: 'credential:edited',
    subjectType: 'credential',
    subjectId: credential.id,
    subjectLabel: label,
    before,
    after,
  })
  return ok()
}
