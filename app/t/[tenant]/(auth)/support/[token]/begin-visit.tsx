'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import type { Result } from '@/lib/action/result'
import { postSignIn } from '@/lib/auth/post-sign-in'

/** The press that takes a visit up. */
export function BeginVisit({ token }: { token: string }) {
  const submit = (_: Result | null): Promise<Result> => postSignIn('support', { token })
  return (
    <ActionForm action={submit} onDone={() => window.location.replace('/manage')}>
      <SubmitButton size="lg" autoFocus>
        Enter
      </SubmitButton>
    </ActionForm>
  )
}
