'use client'

import { type ReactNode, useState } from 'react'
import { RecoveryCodes } from '@/app/admin/recovery-codes'
import { confirmEnrolmentAction } from '@/app/admin/sign-in/actions'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'

/** The first code of a new authenticator app, and then the recovery codes. */
export function EnrolForm({ next, children }: { next: string; children: ReactNode }) {
  const [codes, setCodes] = useState<string[]>()
  if (codes)
    return (
      <div className="flex flex-col gap-4">
        <p className="-mt-4 text-muted">Your app is set up. One thing is left before you go on.</p>
        <RecoveryCodes codes={codes} />
        <Button variant="primary" size="lg" onClick={() => window.location.assign(next)}>
          I have kept them
        </Button>
      </div>
    )
  return (
    <ActionForm action={confirmEnrolmentAction} onDone={done => setCodes(done.codes)}>
      {children}
      <TextField
        name="code"
        label="Code from the app"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        autoFocus
      />
      <SubmitButton size="lg" needsScripts>
        Turn on
      </SubmitButton>
    </ActionForm>
  )
}
