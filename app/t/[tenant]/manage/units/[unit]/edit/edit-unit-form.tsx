'use client'

import { useRouter } from 'next/navigation'
import { editUnitAction } from '@/app/t/[tenant]/manage/units/actions'
import { type UnitFacts, UnitFields } from '@/app/t/[tenant]/manage/units/unit-fields'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'

/** The form for a unit's facts; refused when somebody else changed them meanwhile. */
export function EditUnitForm({ id, seen, facts }: { id: string; seen: string; facts: UnitFacts }) {
  const router = useRouter()
  const href = `/manage/units/${id}`
  return (
    <ActionForm
      action={editUnitAction}
      doneMessage="Saved"
      onDone={() => {
        router.push(href)
        router.refresh()
      }}
    >
      <input type="hidden" name="unitId" value={id} />
      <input type="hidden" name="seen" value={seen} />
      <UnitFields facts={facts} />
      <FormActions>
        <SubmitButton>Save</SubmitButton>
        <ButtonLink href={href} variant="ghost">
          Cancel
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
