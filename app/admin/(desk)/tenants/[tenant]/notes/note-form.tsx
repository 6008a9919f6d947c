'use client'

import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextareaField } from '@/components/form/textarea-field'
import { writeNoteAction } from './actions'

/** Writes a note about a company. */
export function NoteForm({ tenantId }: { tenantId: string }) {
  const router = useRouter()
  return (
    <ActionForm
      action={writeNoteAction}
      doneMessage="Note kept"
      resetWhenDone
      onDone={() => router.refresh()}
    >
      <input type="hidden" name="tenantId" value={tenantId} />
      <TextareaField
        name="body"
        label="New note"
        hint="For the other admins; the company does not see it."
        rows={3}
      />
      <div className="flex justify-end">
        <SubmitButton>Add note</SubmitButton>
      </div>
    </ActionForm>
  )
}
