'use client'

import { useRouter } from 'next/navigation'
import { editHomeownerAction } from '@/app/t/[tenant]/manage/homeowners/actions'
import { type HomeownerFacts, HomeownerFields } from '@/app/t/[tenant]/manage/homeowners/homeowner-fields'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'

/** The form for a homeowner's facts; refused when somebody else changed them meanwhile. */
export function EditHomeownerForm({ id, seen, facts }: { id: string; seen: string; facts: HomeownerFacts }) {
  const router = useRouter()
  const href = `/manage/homeowners/${id}`
  return (
    <ActionForm
      action={editHomeownerAction}
      doneMessage="Saved"
      onDone={() => {
        router.push(href)
        router.refresh()
      }}
    >
      <input type="hidden" name="homeownerId" value={id} />
      <input type="hidden" name="seen" value={seen} />
      <HomeownerFields facts={facts} />
      <FormActions>
        <SubmitButton>Save</SubmitButton>
        <ButtonLink href={href} variant="ghost">
          Cancel
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
