'use client'

import { ActionForm } from '@/components/form/action-form'
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
      {/* Password managers file the new password under this address. */}
      <input type="email" name="email" defaultValue={email} autoComplete="username" readOnly hidden />
      <PasswordField name="current" label="Current password" autoComplete="current-password" />
      <PasswordField
        name="password"
        label="New password"
        autoComplete="new-password"
        hint="At least 10 characters. A few unrelated words work well."
      />
      <div>
        <SubmitButton variant="secondary">Change password</SubmitButton>
      </div>
    </ActionForm>
  )
}
