import { Archive, ArchiveRestore, PencilLine } from 'lucide-react'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import type { BulkAction } from '@/components/table/bulk-bar'
import { jurisdictions, months } from '@/lib/associations/rules'
import { associationKinds } from '@/lib/associations/schema'
import type { UserActor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/actor'
import { usualZones } from '@/lib/time/zone-name'
import { archiveAssociationsAction, editAssociationsAction, restoreAssociationsAction } from './actions'

const unchanged = 'Leave as it is'

/** What can be changed in many associations at once. */
function BulkFields() {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="kind"
        label="Kind"
        optional
        placeholder={unchanged}
        options={[...associationKinds]}
      />
      <TextField name="county" label="County" optional placeholder={unchanged} autoComplete="off" />
      <SelectField name="zone" label="Time zone" optional placeholder={unchanged} options={usualZones} />
      <SelectField
        name="fiscalYearStartMonth"
        label="Fiscal year starts in"
        optional
        placeholder={unchanged}
        options={months}
      />
      <SelectField
        name="jurisdiction"
        label="Governing law"
        optional
        placeholder={unchanged}
        options={jurisdictions}
      />
    </div>
  )
}

const edit: BulkAction = {
  label: 'Edit',
  icon: <PencilLine aria-hidden />,
  action: editAssociationsAction,
  doneMessage: '{count} changed',
  form: {
    title: 'Edit {count} {association|associations}',
    description: 'What you fill in is set in all of them; the rest stays.',
    submit: 'Change {count}',
    fields: <BulkFields />,
  },
}

const archive: BulkAction = {
  label: 'Archive',
  icon: <Archive aria-hidden />,
  action: archiveAssociationsAction,
  doneMessage: '{count} archived',
  undoAction: restoreAssociationsAction,
  danger: true,
  confirm: {
    title: 'Archive {count} {association|associations}?',
    confirm: 'Archive',
    text: 'They leave the lists together with their units. Nothing is deleted, and you can restore them.',
  },
}

const restore: BulkAction = {
  label: 'Restore',
  icon: <ArchiveRestore aria-hidden />,
  action: restoreAssociationsAction,
  doneMessage: '{count} restored',
}

/** What the person may do with the associations chosen in the list; `archived` when it shows the archive. */
export function bulkActions(actor: UserActor, archived: boolean): BulkAction[] {
  const mayArchive = can(actor, 'association:archive')
  if (archived) return mayArchive ? [restore] : []
  return [...(can(actor, 'association:write') ? [edit] : []), ...(mayArchive ? [archive] : [])]
}
