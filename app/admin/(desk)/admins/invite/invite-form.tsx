'use client'

import { useRouter } from 'next/navigation'
import { inviteAdminAction } from '@/app/admin/(desk)/admins/actions'
import { ActionForm } from '@/components/form/action-form'
import { RadioField } from '@/components/form/select-field'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { adminRoles } from '@/lib/admins/rules'

const choices = adminRoles.map(({ value, label, note }) => ({ value, label, description: note }))

/** Name, address and role of a new admin. */
export function InviteForm() {
  const router = useRouter()
  return (
    <ActionForm
      action={inviteAdminAction}
      doneMessage="The invitation is on its way"
      onDone={({ id }) => router.push(`/admins/${id}`)}
      className="max-w-xl"
    >
      <TextField name="name" label="Name" autoComplete="off" autoFocus />
      <TextField name="email" label="Email" type="email" inputMode="email" autoComplete="off" />
      <RadioField name="role" label="Role" choices={choices} defaultValue="support" cards />
      <FormActions>
        <SubmitButton>Send the invitation</SubmitButton>
      </FormActions>
    </ActionForm>
  )
}
