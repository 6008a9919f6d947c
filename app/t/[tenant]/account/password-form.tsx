'use client'

import { ActionForm } from '@/components/form/action-form'
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
      {/* Password managers file the new password under this address. */}
      <input type="email" name="email" defaultValue={email} autoComplete="username" readOnly hidden />
      {hasPassword && (
        <PasswordField name="current" label="Current password" autoComplete="current-password" />
      )}
      <PasswordField
        name="password"
        label="New password"
        autoComplete="new-password"
        hint="At least 10 characters. A few unrelated words work well."
      />
      <FormActions>
        <SubmitButton variant="secondary">{hasPassword ? 'Change password' : 'Set password'}</SubmitButton>
      </FormActions>
    </ActionForm>
  )
}
