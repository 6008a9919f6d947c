import { Archive, ArchiveRestore, PencilLine } from 'lucide-react'
import { CheckboxField } from '@/components/form/checkbox-field'
import { TextField } from '@/components/form/text-field'
import type { BulkAction } from '@/components/table/bulk-bar'
import { can, type UserActor } from '@/lib/auth/actor'
import { archiveUnitsAction, editUnitsAction, restoreUnitsAction } from './actions'

const edit: BulkAction = {
  label: 'Edit',
  icon: <PencilLine aria-hidden />,
  action: editUnitsAction,
  doneMessage: '{count} changed',
  form: {
    title: 'Edit {count} {unit|units}',
    description: 'What you fill in is set in all of them; the rest stays.',
    submit: 'Change {count}',
    fields: (
      <>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="voteWeight"
            label="Votes"
            optional
            placeholder="Leave as it is"
            autoComplete="off"
          />
          <TextField
            name="assessmentShare"
            label="Assessment share"
            optional
            placeholder="Leave as it is"
            hint="Such as 1/120 or 0.8333%"
            autoComplete="off"
          />
        </div>
        <CheckboxField name="equal" label="Take their shares away: every unit pays an equal part" />
      </>
    ),
  },
}

const archive: BulkAction = {
  label: 'Archive',
  icon: <Archive aria-hidden />,
  action: archiveUnitsAction,
  doneMessage: '{count} archived',
  undoAction: restoreUnitsAction,
  danger: true,
  confirm: {
    title: 'Archive {count} {unit|units}?',
    confirm: 'Archive',
    text: 'They leave the lists and can no longer be transferred. Nothing is deleted, and you can restore them.',
  },
}

const restore: BulkAction = {
  label: 'Restore',
  icon: <ArchiveRestore aria-hidden />,
  action: restoreUnitsAction,
  doneMessage: '{count} restored',
}

/** What the person may do with the units chosen in a list; `archived` when it shows the archive. */
export function unitBulkActions(actor: UserActor, archived: boolean): BulkAction[] {
  if (!can(actor, 'unit:write')) return []
  return archived ? [restore] : [edit, archive]
}
