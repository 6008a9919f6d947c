'use client'

import { ActionForm } from '@/components/form/action-form'
import { FiledUnder, NewPasswordField } from '@/components/form/new-password-field'
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
      <FiledUnder email={email} />
      <NewPasswordField autoFocus />
      <SubmitButton size="lg">Set password and continue</SubmitButton>
    </ActionForm>
  )
}
