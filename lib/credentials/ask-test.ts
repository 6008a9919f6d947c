import { ok, type Result, refuse } from '@/lib/action/result'
import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { lockVersion } from './lock-credential'
import { providerTable } from './providers'
import { isBeingTested } from './rules'

/** Asks for an entered key to be tried; the worker does it and writes down what came of it. */
export async function askTest(tx: TenantTx, { versionId }: { versionId: string }): Promise<Result> {
  const found = await lockVersion(tx, versionId)
  if (!found || providerTable[found.credential.provider].test === null) return refuse('not_found')
  if (isBeingTested(found.version, new Date())) return ok()
  await tx.credentialVersion.updateMany({ where: { id: versionId }, data: { testAskedAt: new Date() } })
  await enqueueJob(tx, 'test-credential', { versionId }, { key: versionId })
  return ok()
}
