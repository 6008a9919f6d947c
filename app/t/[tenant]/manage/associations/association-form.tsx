'use client'

import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { addAssociationAction, editAssociationAction } from './actions'
import { type AssociationFacts, AssociationFields } from './association-fields'

type Props = {
  /** The tenant's zone, which a new association starts with. */
  zone: string
  /** The association to edit, and when it was last changed; none: a new one. */
  edited?: { id: string; seen: string; facts: AssociationFacts }
}

/** The form of an association; an edit is refused when somebody else changed it meanwhile. */
export function AssociationForm({ zone, edited }: Props) {
  const router = useRouter()
  return (
    <ActionForm
      action={edited ? editAssociationAction : addAssociationAction}
      doneMessage={edited ? 'Saved' : 'Association added'}
      onDone={({ associationId }) => {
        router.push(`/manage/associations/${associationId}`)
        router.refresh()
      }}
    >
      {edited && (
        <>
          <input type="hidden" name="associationId" value={edited.id} />
          <input type="hidden" name="seen" value={edited.seen} />
        </>
      )}
      <AssociationFields facts={edited?.facts} zone={zone} />
      <FormActions>
        <SubmitButton>{edited ? 'Save' : 'Add association'}</SubmitButton>
        <ButtonLink
          href={edited ? `/manage/associations/${edited.id}` : '/manage/associations'}
          variant="ghost"
        >
          Cancel
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
