import { inTenant } from '@/lib/db/in-tenant'
import type { Job } from '@/lib/jobs/job-names'
import { JobHeld } from '@/lib/jobs/prove-writable'
import { commitImport } from './commit-import'
import { previewImport } from './preview-import'

type ImportJob = Job<'preview-import'> | Job<'commit-import'>
type Work = typeof previewImport

/** Looks at an uploaded file, or carries out its dry run. */
export function previewImportJob(job: Job<'preview-import'>): Promise<void> {
  return doJob(job, previewImport)
}

/** Writes what the dry run found; while the company may not write, it waits. */
export function commitImportJob(job: Job<'commit-import'>): Promise<void> {
  return doJob(job, commitImport)
}

/** Does the job; when its last try fails too, the import says so instead of waiting for ever. */
async function doJob({ tenantId, data, signal, lastTry }: ImportJob, work: Work): Promise<void> {
  const context = { tenantId, system: 'import' }
  try {
    await work(context, data.importId, signal)
  } catch (error) {
    if (lastTry && !signal.aborted && !(error instanceof JobHeld))
      await inTenant(
        context,
        tx => tx.$executeRaw`
          update app.imports set state = 'failed', problem = 'unexpected', finished_at = now()
          where id = ${data.importId}::uuid and state in ('uploaded', 'previewing', 'committing')`,
      )
    throw error
  }
}
