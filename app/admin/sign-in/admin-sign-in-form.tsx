'use client'

import { ActionForm } from '@/components/form/action-form'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Result } from '@/lib/action/result'
import { postSignIn } from '@/lib/auth/post-sign-in'

const submit = (_: Result | null, data: FormData): Promise<Result> =>
  postSignIn('admin-password', {
    email: String(data.get('email')),
    password: String(data.get('password')),
  })

/** Email and password of a platform admin. */
export function AdminSignInForm({ next }: { next: string }) {
  return (
    <ActionForm
      action={submit}
      onDone={() => window.location.assign(`/sign-in/code?${new URLSearchParams({ next })}`)}
    >
      <TextField
        name="email"
        label="Email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoFocus
      />
      <PasswordField name="password" label="Password" autoComplete="current-password" />
      <SubmitButton size="lg">Continue</SubmitButton>
    </ActionForm>
  )
}
