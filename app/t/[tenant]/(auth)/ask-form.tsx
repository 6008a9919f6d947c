'use client'

import { useState } from 'react'
import { askLinkAction, askResetAction } from '@/app/t/[tenant]/(auth)/actions'
import { LinkSent } from '@/app/t/[tenant]/(auth)/link-sent'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { ok, type Result } from '@/lib/action/result'

const asks = {
  link: { action: askLinkAction, label: 'Email me a sign-in link', minutes: 15 },
  reset: { action: askResetAction, label: 'Email me a reset link', minutes: 30 },
}

/** Asks for an address and has a one-time link mailed to it. */
export function AskForm({ what, company, next }: { what: keyof typeof asks; company: string; next: string }) {
  const [sentTo, setSentTo] = useState<string | null>(null)
  const { action, label, minutes } = asks[what]
  async function ask(_: Result<string> | null, data: FormData): Promise<Result<string>> {
    const result = await action(null, data)
    return result.ok ? ok(String(data.get('email'))) : result
  }
  if (sentTo)
    return <LinkSent email={sentTo} company={company} minutes={minutes} onBack={() => setSentTo(null)} />
  return (
    <ActionForm action={ask} onDone={setSentTo}>
      <input type="hidden" name="next" value={next} />
      <TextField
        name="email"
        label="Email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoFocus
      />
      <SubmitButton size="lg">{label}</SubmitButton>
    </ActionForm>
  )
}
