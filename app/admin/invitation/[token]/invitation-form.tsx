'use client'

import { ActionForm } from '@/components/form/action-form'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import type { Result } from '@/lib/action/result'
import { postSignIn } from '@/lib/auth/post-sign-in'

const submit = (_: Result | null, data: FormData): Promise<Result> =>
  postSignIn('admin-link', { token: String(data.get('token')), password: String(data.get('password')) })

/** A first password. */
export function InvitationForm({ token, email }: { token: string; email: string }) {
  return (
    <ActionForm action={submit} onDone={() => window.location.replace('/sign-in/code')}>
      <input type="hidden" name="token" value={token} />
      {/* Password managers file the new password under this address. */}
      <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      <PasswordField
        name="password"
        label="New password"
        autoComplete="new-password"
        hint="At least 10 characters. A few unrelated words work well."
        autoFocus
      />
      <SubmitButton size="lg">Set password and continue</SubmitButton>
    </ActionForm>
  )
}
