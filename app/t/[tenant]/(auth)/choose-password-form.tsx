'use client'

import { ActionForm } from '@/components/form/action-form'
import { FiledUnder, NewPasswordField } from '@/components/form/new-password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { type Result, refuse } from '@/lib/action/result'
import { postSignIn } from '@/lib/auth/post-sign-in'

async function submit(_: Result | null, data: FormData): Promise<Result> {
  const token = String(data.get('token'))
  if (data.get('how') === 'without') return postSignIn('link', { token })
  const password = String(data.get('password'))
  if (!password) return refuse('invalid', { fields: { password: 'Choose a password.' } })
  return postSignIn('link', { token, password })
}

/** Chooses a password with a one-time link and signs in; `optional` offers to go on without one. */
export function ChoosePasswordForm({
  token,
  email,
  label,
  optional = false,
}: {
  token: string
  email: string
  label: string
  optional?: boolean
}) {
  return (
    <ActionForm action={submit} onDone={() => window.location.replace('/')}>
      <input type="hidden" name="token" value={token} />
      <FiledUnder email={email} />
      <NewPasswordField autoFocus />
      <SubmitButton size="lg">{label}</SubmitButton>
      {optional && (
        <>
          <SubmitButton size="lg" variant="secondary" name="how" value="without">
            Continue without a password
          </SubmitButton>
          <p className="text-13 text-muted">
            Without one, we email you a link each time you sign in. You can add a password later.
          </p>
        </>
      )}
    </ActionForm>
  )
}
