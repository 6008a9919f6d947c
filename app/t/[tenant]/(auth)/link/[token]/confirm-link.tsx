'use client'

import { useEffect, useRef } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import type { Result } from '@/lib/action/result'
import { postSignIn } from '@/lib/auth/post-sign-in'

/**
 * The press that spends a sign-in link. Somebody who has just signed the company up arrives with `#continue` and
 * need not press. It counts only on the way from our own site: a link that somebody else sends must not sign its
 * reader in as another person unasked.
 */
export function ConfirmLink({
  token,
  email,
  next,
  site,
}: {
  token: string
  email: string
  next: string
  /** Our own site's address, with a slash at its end. */
  site: string
}) {
  const place = useRef<HTMLDivElement>(null)
  const pressed = useRef(false)
  useEffect(() => {
    const fromSite = document.referrer.startsWith(site)
    if (window.location.hash !== '#continue' || !fromSite || pressed.current) return
    pressed.current = true
    place.current?.querySelector('form')?.requestSubmit()
  }, [site])
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
