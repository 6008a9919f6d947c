import { inTenant, type TenantContext } from '@/lib/db/in-tenant'
import { failImport } from './fail-import'
import { findImport } from './find-import'
import { inspectImport } from './inspect-import'
import { judgeRoster } from './judge-roster'
import { lockImport } from './lock-import'
import { readImportFile } from './read-import-file'

/**
 * Does the part of an import that only looks: inspects an uploaded file, or carries out its dry run. Goes on where an
 * earlier try stopped; does nothing when there is nothing to do.
 */
export async function previewImport(
  context: TenantContext,
  importId: string,
  signal: AbortSignal,
): Promise<void> {
  const found = await inTenant(context, tx => findImport(tx, importId))
  if (!found) return
  if (found.state === 'uploaded') return inspectImport(context, found)
  if (found.state !== 'previewing') return
  try {
    if (!found.readFinishedAt && !(await readImportFile(context, found, signal))) return
  } catch (error) {
    return failImport(context, importId, error)
  }
  if (found.kind === 'roster' && !(await judgeRoster(context, found, signal))) return
  await inTenant(context, async tx => {
    const locked = await lockImport(tx, importId, 'previewing')
    if (locked?.previewNumber !== found.previewNumber) return
    await tx.$executeRaw`
      update app.imports set state = 'previewed', previewed_at = now(), cursor = null where id = ${importId}::uuid`
  })
}
