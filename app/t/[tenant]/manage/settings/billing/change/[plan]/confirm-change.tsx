'use client'

import { changePlanAction } from '@/app/t/[tenant]/manage/settings/billing/actions'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'

/** Does the change that the page described. */
export function ConfirmChange({
  kind,
  versionId,
  confirm,
}: {
  kind: string
  versionId: string
  confirm: string
}) {
  return (
    <ActionForm action={changePlanAction}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="versionId" value={versionId} />
      <FormActions>
        <SubmitButton>{confirm}</SubmitButton>
        <ButtonLink href="/manage/settings/billing/change" variant="ghost">
          Back
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
