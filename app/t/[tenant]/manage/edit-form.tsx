'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { ActionForm, type ActionFormProps } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'

/** The form for a record's facts, which leads back to the record; refused when somebody else changed them meanwhile. */
export function EditForm<T>({
  action,
  record: { name, id },
  seen,
  href,
  children,
}: {
  action: ActionFormProps<T>['action']
  /** Which record: the name of the field that says so, and its id. */
  record: { name: string; id: string }
  /** When the record was changed last, as it is shown here. */
  seen: Date
  href: string
  children: ReactNode
}) {
  const router = useRouter()
  return (
    <ActionForm
      action={action}
      doneMessage="Saved"
      onDone={() => {
        router.push(href)
        router.refresh()
      }}
    >
      <input type="hidden" name={name} value={id} />
      <input type="hidden" name="seen" value={seen.toISOString()} />
      {children}
      <FormActions>
        <SubmitButton>Save</SubmitButton>
        <ButtonLink href={href} variant="ghost">
          Cancel
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
