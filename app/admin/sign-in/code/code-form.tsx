'use client'

import { passFactorAction } from '@/app/admin/sign-in/actions'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'

/** A code of the authenticator app, or a recovery code. */
export function CodeForm({ next }: { next: string }) {
  return (
    <ActionForm action={passFactorAction} onDone={() => window.location.assign(next)}>
      <TextField
        name="code"
        label="Code"
        hint="Six digits, or one of your recovery codes."
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        autoFocus
      />
      <SubmitButton size="lg" needsScripts>
        Continue
      </SubmitButton>
    </ActionForm>
  )
}
