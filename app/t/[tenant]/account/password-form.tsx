'use client'

import { ActionForm } from '@/components/form/action-form'
import { FiledUnder, NewPasswordField } from '@/components/form/new-password-field'
import { PasswordField } from '@/components/form/password-field'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { changePasswordAction } from './actions'

/** A new password; the current one is asked for where there is one. */
export function PasswordForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  return (
    <ActionForm
      action={changePasswordAction}
      doneMessage="Password saved. Other devices are signed out."
      resetWhenDone
      className="max-w-md"
    >
      <FiledUnder email={email} />
      {hasPassword && (
        <PasswordField name="current" label="Current password" autoComplete="current-password" />
      )}
      <NewPasswordField />
      <FormActions>
        <SubmitButton variant="secondary">{hasPassword ? 'Change password' : 'Set password'}</SubmitButton>
      </FormActions>
    </ActionForm>
  )
}
