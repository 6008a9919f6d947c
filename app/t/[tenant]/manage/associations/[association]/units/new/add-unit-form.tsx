'use client'

import { useRouter } from 'next/navigation'
import { addUnitAction } from '@/app/t/[tenant]/manage/units/actions'
import { UnitFields } from '@/app/t/[tenant]/manage/units/unit-fields'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'

/** The form for one unit; it empties for the next. */
export function AddUnitForm({ associationId }: { associationId: string }) {
  const router = useRouter()
  const back = `/manage/associations/${associationId}/units`
  return (
    <ActionForm
      action={addUnitAction}
      doneMessage="Unit added"
      onDone={() => {
        router.push(back)
        router.refresh()
      }}
    >
      <input type="hidden" name="associationId" value={associationId} />
      <UnitFields />
      <FormActions>
        <SubmitButton>Add unit</SubmitButton>
        <ButtonLink href={back} variant="ghost">
          Cancel
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
