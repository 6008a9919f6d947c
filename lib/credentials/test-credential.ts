import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import type { KeyCheck } from '@/lib/integrations/http/ask-service'
import type { Job } from '@/lib/jobs/job-names'
import { activateVersion } from './activate-version'
import { lockVersion } from './lock-credential'
import { openVersion } from './open-version'
import { withoutSecrets } from './rules'
import { tryKey } from './try-key'

const via = 'test-credential'

/** Tries an entered key at its service and writes down what came of it; a waiting key that passes is taken into use. */
export async function testCredential({ tenantId, data }: Job<'test-credential'>): Promise<void> {
  const { versionId } = data
  const opened = await inTenant({ tenantId, system: via }, async tx => {
    const found = await lockVersion(tx, versionId)
    if (!found) return null
    const { id: credentialId, provider } = found.credential
    const use = { purpose: 'test-connection', via, userId: null }
    return openVersion(tx, { tenantId, provider, credentialId, versionId }, use)
  })
  if (!opened) return
  const check = await tryKey(opened.provider, opened.values)
  if (!check) return
  const detail = withoutSecrets(check.detail, opened.values).slice(0, 300)
  await inTenant({ tenantId, system: via }, tx => settle(tx, tenantId, versionId, { ...check, detail }))
}

async function settle(
  tx: TenantTx,
  tenantId: Job<'test-credential'>['tenantId'],
  versionId: string,
  { outcome, detail }: KeyCheck,
): Promise<void> {
  const found = await lockVersion(tx, versionId)
  if (!found) return
  await tx.credentialVersion.updateMany({
    where: { id: versionId },
    data: { testedAt: new Date(), testOutcome: outcome, testDetail: detail },
  })
  if (outcome !== 'passed' || found.version.activeFrom) return
  const actor = { kind: 'system' as const, tenantId, purpose: via }
  await activateVersion(tx, actor, found.credential, found.version)
}
