import { inTenant, type TenantContext } from '@/lib/db/in-tenant'
import { UnreadableFile } from './file-problem'

/** Ends an import whose file cannot be read. @throws any other error, so that the job is tried again */
export async function failImport(context: TenantContext, importId: string, error: unknown): Promise<void> {
  if (!(error instanceof UnreadableFile)) throw error
  await inTenant(
    context,
    tx => tx.$executeRaw`
      update app.imports set state = 'failed', problem = ${error.problem}, problem_row = ${error.row}::int, finished_at = now()
      where id = ${importId}::uuid and state in ('uploaded', 'previewing')`,
  )
}
