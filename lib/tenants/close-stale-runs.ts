import { randomUUID } from 'node:crypto'
import { asPlatform } from '@/lib/db/as-platform'
import { log } from '@/lib/log/log'
import { reclaimSlug } from './reclaim-slug'

/** Setting a company up takes seconds; what began this many minutes ago and has no end was left by a server that died. */
const staleAfterMinutes = 60

/**
 * Ends the records of companies whose server died while setting them up, and takes back what it had begun.
 * @returns how many there were
 */
export async function closeStaleRuns(now: Date): Promise<number> {
  const before = new Date(now.getTime() - staleAfterMinutes * 60_000)
  const runs = await asPlatform(tx =>
    tx.platformProvisioningRun.findMany({
      where: { finishedAt: null, startedAt: { lt: before } },
      include: { provisioningSteps: { orderBy: { position: 'desc' } } },
    }),
  )
  for (const { id, slug, provisioningSteps: steps } of runs) {
    const errorId = randomUUID()
    const failedStep = steps[0]?.step ?? 'tenant'
    const freed = await reclaimSlug(slug)
    log().error({ run: id, id: errorId, slug, step: failedStep, freed }, 'provisioning was never ended')
    await asPlatform(async tx => {
      for (const { step, outcome } of steps) {
        const next = step === failedStep ? 'failed' : (outcome ?? 'undone')
        await tx.platformProvisioningStep.updateMany({
          where: { runId: id, step },
          data: { outcome: next, finishedAt: now, errorId: step === failedStep ? errorId : null },
        })
      }
      await tx.platformProvisioningRun.update({
        where: { id },
        data: { outcome: 'failed', failedStep, errorId, finishedAt: now },
      })
    })
  }
  return runs.length
}
