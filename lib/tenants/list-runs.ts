import type { PlatformTx } from '@/lib/db/as-platform'

/** One attempt to set a company up, step by step. */
export type SetUp = {
  id: string
  via: string
  slug: string
  name: string
  startedAt: Date
  outcome: string | null
  steps: { step: string; outcome: string | null; ms: number | null; errorId: string | null }[]
}

/** Lists attempts to set companies up, the latest first: those of one company, or those that failed. */
export async function listRuns(
  tx: PlatformTx,
  which: { tenantId: string } | { failed: true },
  most = 10,
): Promise<SetUp[]> {
  const rows = await tx.platformProvisioningRun.findMany({
    where: 'tenantId' in which ? { tenantId: which.tenantId } : { outcome: 'failed' },
    include: { provisioningSteps: { orderBy: { position: 'asc' } } },
    orderBy: { startedAt: 'desc' },
    take: most,
  })
  return rows.map(({ id, via, slug, name, startedAt, outcome, provisioningSteps }) => ({
    id,
    via,
    slug,
    name,
    startedAt,
    outcome,
    steps: provisioningSteps.map(({ step, outcome: how, startedAt: from, finishedAt, errorId }) => ({
      step,
      outcome: how,
      ms: finishedAt && finishedAt.getTime() - from.getTime(),
      errorId,
    })),
  }))
}
