'use client'

import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { formatPhone } from '@/lib/phone/format-phone'
import { editProfileAction } from './actions'

/** One's own name and phone number. */
export function ProfileForm({ name, phone }: { name: string; phone: string | null }) {
  return (
    <ActionForm action={editProfileAction} doneMessage="Profile saved" className="max-w-md">
      <TextField name="name" label="Name" defaultValue={name} autoComplete="name" />
      <TextField
        name="phone"
        label="Phone"
        type="tel"
        defaultValue={phone ? formatPhone(phone) : ''}
        autoComplete="tel"
        optional
      />
      <FormActions>
        <SubmitButton>Save profile</SubmitButton>
      </FormActions>
    </ActionForm>
  )
}
