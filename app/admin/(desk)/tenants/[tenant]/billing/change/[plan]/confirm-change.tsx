'use client'

import { useRouter } from 'next/navigation'
import { changePlanForAction } from '@/app/admin/(desk)/tenants/[tenant]/billing/actions'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { ButtonLink } from '@/components/ui/button'

/** Asks why, and makes the change that the page described. */
export function ConfirmChange({
  tenantId,
  versionId,
  confirm,
  back,
}: {
  tenantId: string
  versionId: string
  confirm: string
  back: string
}) {
  const router = useRouter()
  return (
    <ActionForm
      action={changePlanForAction}
      doneMessage="The plan is changed"
      onDone={() => {
        router.push(back)
        router.refresh()
      }}
    >
      <input type="hidden" name="tenantId" value={tenantId} />
      <input type="hidden" name="versionId" value={versionId} />
      <TextField name="reason" label="Reason" hint="Kept in the audit log." autoComplete="off" />
      <FormActions>
        <SubmitButton>{confirm}</SubmitButton>
        <ButtonLink href={`${back}/change`} variant="ghost">
          Back
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
