'use client'

import Link from 'next/link'
import { useState } from 'react'
import { askLinkAction } from '@/app/t/[tenant]/(auth)/actions'
import { LinkSent } from '@/app/t/[tenant]/(auth)/link-sent'
import { ActionForm } from '@/components/form/action-form'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { ok, type Result } from '@/lib/action/result'
import { postSignIn } from '@/lib/auth/post-sign-in'

type Outcome = { sentTo: string | null }

async function submit(_: Result<Outcome> | null, data: FormData): Promise<Result<Outcome>> {
  const email = String(data.get('email'))
  const mail = data.get('how') === 'link'
  const result = mail
    ? await askLinkAction(null, data)
    : await postSignIn('password', { email, password: String(data.get('password')) })
  return result.ok ? ok({ sentTo: mail ? email : null }) : result
}

/** Email and password; the second button mails a link instead, to the same address. */
export function SignInForm({ next, company }: { next: string; company: string }) {
  const [sentTo, setSentTo] = useState<string | null>(null)
  if (sentTo) return <LinkSent email={sentTo} company={company} minutes={15} onBack={() => setSentTo(null)} />
  return (
    <ActionForm
      action={submit}
      onDone={outcome => (outcome.sentTo ? setSentTo(outcome.sentTo) : window.location.assign(next))}
    >
      <TextField
        name="email"
        label="Email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoFocus
      />
      <div className="flex flex-col gap-1.5">
        <PasswordField name="password" label="Password" autoComplete="current-password" />
        <Link
          href="/reset"
          className="self-end text-13 text-accent-ink underline-offset-4 hover:underline pointer-coarse:py-2"
        >
          Forgot your password?
        </Link>
      </div>
      <SubmitButton size="lg">Sign in</SubmitButton>
      <div className="flex items-center gap-3 text-13 text-muted" aria-hidden>
        <span className="h-px flex-1 bg-line" />
        or
        <span className="h-px flex-1 bg-line" />
      </div>
      <SubmitButton size="lg" variant="secondary" name="how" value="link">
        Email me a sign-in link
      </SubmitButton>
    </ActionForm>
  )
}
