'use server'

import { tenantAction } from '@/lib/action/tenant-action'
import { cancelImport } from '@/lib/imports/cancel-import'
import { rereadFile } from '@/lib/imports/reread-file'
import { importIdSchema, rereadFileSchema, startCommitSchema, startPreviewSchema } from '@/lib/imports/schema'
import { startCommit } from '@/lib/imports/start-commit'
import { startPreview } from '@/lib/imports/start-preview'

/** Confirms which column is what and starts the dry run. */
export const startPreviewAction = tenantAction(
  { can: 'import:create', input: startPreviewSchema },
  ({ tx, actor, input }) => startPreview(tx, actor, input),
)

/** Has the file read again with encoding, delimiter or header row set by hand. */
export const rereadFileAction = tenantAction(
  { can: 'import:create', input: rereadFileSchema },
  ({ tx, input }) => rereadFile(tx, input),
)

/** Has the worker write what the dry run found. */
export const startCommitAction = tenantAction(
  { can: 'import:create', input: startCommitSchema },
  ({ tx, actor, input }) => startCommit(tx, actor, input),
)

/** Stops an import. */
export const cancelImportAction = tenantAction(
  { can: 'import:create', input: importIdSchema },
  ({ tx, actor, input }) => cancelImport(tx, actor, input.importId),
)
