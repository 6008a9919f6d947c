'use client'

import { ActionForm } from '@/components/form/action-form'
import { FiledUnder, NewPasswordField } from '@/components/form/new-password-field'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { changeAdminPasswordAction } from './actions'

/** A new password for the admin who asks. */
export function AdminPasswordForm({ email }: { email: string }) {
  return (
    <ActionForm
      action={changeAdminPasswordAction}
      doneMessage="Password saved. Other devices are signed out."
      resetWhenDone
      className="max-w-md"
    >
      <FiledUnder email={email} />
      <PasswordField name="current" label="Current password" autoComplete="current-password" />
      <NewPasswordField />
      <div>
        <SubmitButton variant="secondary">Change password</SubmitButton>
      </div>
    </ActionForm>
  )
}
