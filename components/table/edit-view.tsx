'use client'

import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/checkbox-field'
import type { FormAction } from '@/components/form/form-state'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Dialog } from '@/components/ui/dialog'
import type { SavedView } from './column'

/** Renames a stored view, shares it or takes it back. */
export function EditView({
  view,
  edit,
  onClose,
}: {
  view: SavedView
  edit: FormAction<{ id: string }>
  onClose: () => void
}) {
  const router = useRouter()
  return (
    <Dialog open onClose={onClose} size="sm" title={`Edit “${view.name}”`}>
      <ActionForm
        action={edit}
        doneMessage="View changed"
        onDone={() => {
          onClose()
          router.refresh()
        }}
      >
        <input type="hidden" name="id" value={view.id} />
        <TextField name="name" label="Name" autoFocus maxLength={60} defaultValue={view.name} />
        <CheckboxField
          name="shared"
          label="Everyone in the company can use it"
          defaultChecked={view.shared}
        />
        <FormActions>
          <SubmitButton>Save</SubmitButton>
        </FormActions>
      </ActionForm>
    </Dialog>
  )
}
