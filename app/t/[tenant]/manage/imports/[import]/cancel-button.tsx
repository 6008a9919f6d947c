'use client'

import { cancelImportAction } from '@/app/t/[tenant]/manage/imports/actions'
import { ConfirmAction } from '@/components/form/confirm-action'
import type { ImportState } from '@/lib/imports/schema'

/** Stops an import after asking; says what stays. */
export function CancelButton({ importId, state }: { importId: string; state: ImportState }) {
  const writing = state === 'committing'
  return (
    <ConfirmAction
      action={cancelImportAction}
      values={{ importId }}
      label="Cancel import"
      title="Cancel this import?"
      confirm="Cancel import"
      keep="Keep import"
      doneMessage="Import cancelled"
    >
      {writing
        ? 'It stops at once. What has been written so far stays; importing the file again goes on from there.'
        : 'Nothing has been written. The file can be uploaded again at any time.'}
    </ConfirmAction>
  )
}
