import type { JobWithMetadata } from 'pg-boss'
import { z } from 'zod'
import type { TenantId } from '@/lib/db/in-tenant'
import { log } from '@/lib/log/log'
import { readTenant } from '@/lib/tenancy/read-tenant'
import { handBackJob } from './hand-back-job'
import type { JobData, JobHandler, JobName } from './job-names'
import { JobHeld } from './prove-writable'
import { withoutPeople } from './without-people'

const stamped = z.looseObject({ tenantId: z.uuid() })

/** How long a job waits before it looks again whether its tenant may work; `held`, whether it may write. */
const waitSeconds = { held: 3600, suspended: 3600, provisioning: 30, closed: 6 * 3600 }

/** What is done for a suspended tenant too: it is to be charged nothing, and told so at once. */
const whileSuspended: ReadonlySet<string> = new Set<JobName>(['sync-billing', 'send-usage'])

/**
 * Runs one job of a tenant: one whose tenant is suspended waits (unless it is about its bill), and so does one whose
 * tenant is closed, since that can be taken back, and one that found its company may not write; one whose tenant is
 * gone is dropped, and one that ends because its worker stops is handed to the next.
 * @throws what the handler throws, for the queue to count
 */
export async function runJob<N extends JobName>(
  job: JobWithMetadata<object>,
  handler: JobHandler<N>,
  stopping: AbortSignal,
): Promise<void> {
  const { tenantId, ...data } = stamped.parse(job.data)
  const note = log().child({ job: job.name, jobId: job.id, tenantId, attempt: job.retryCount + 1 })
  const tenant = await readTenant(tenantId as TenantId)
  if (!tenant) return note.warn('job dropped: the tenant is gone')
  const billed = tenant.status === 'suspended' && whileSuspended.has(job.name)
  if (tenant.status !== 'active' && !billed) {
    await handBackJob(job.id, waitSeconds[tenant.status])
    return note.info({ status: tenant.status }, 'job waits for its tenant')
  }
  const started = performance.now()
  try {
    await handler({
      id: job.id,
      tenantId: tenant.id,
      data: data as JobData[N],
      signal: AbortSignal.any([job.signal, stopping]),
      lastTry: job.retryCount >= job.retryLimit,
    })
    note.info({ ms: Math.round(performance.now() - started) }, 'job done')
  } catch (error) {
    if (stopping.aborted) {
      await handBackJob(job.id)
      return note.info('job handed back: the worker stops')
    }
    if (error instanceof JobHeld) {
      await handBackJob(job.id, waitSeconds.held)
      return note.info({ why: error.message }, 'job waits for its company')
    }
    note.warn({ err: error, triesLeft: job.retryLimit - job.retryCount }, 'job failed')
    // What is kept beside the job is read by the platform's admins.
    throw new Error(withoutPeople(error instanceof Error ? error.message : String(error)))
  }
}
