'use client'

import { useEffect, useRef } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import type { Result } from '@/lib/action/result'
import { postSignIn } from '@/lib/auth/post-sign-in'

/**
 * The press that spends a sign-in link. Somebody who has just signed the company up arrives with `#continue` and
 * need not press: the part after # is never in a mail and never reaches a server.
 */
export function ConfirmLink({ token, email, next }: { token: string; email: string; next: string }) {
  const place = useRef<HTMLDivElement>(null)
  const pressed = useRef(false)
  useEffect(() => {
    if (window.location.hash !== '#continue' || pressed.current) return
    pressed.current = true
    place.current?.querySelector('form')?.requestSubmit()
  }, [])
  const submit = (_: Result | null): Promise<Result> => postSignIn('link', { token })
  return (
    <div ref={place}>
      <ActionForm action={submit} onDone={() => window.location.replace(next)}>
        <p className="text-muted">
          You are signing in as <span className="font-medium break-words text-ink">{email}</span>.
        </p>
        <SubmitButton size="lg" autoFocus>
          Sign in
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
