'use client'

import { useState } from 'react'
import { RecoveryCodes } from '@/app/admin/recovery-codes'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { renewFactorAction, renewRecoveryCodesAction } from './actions'

const field = { name: 'code', inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 7 } as const

/** New recovery codes, or another authenticator app. */
export function FactorForms() {
  const [codes, setCodes] = useState<string[]>()
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <div className="flex flex-col gap-4">
        <ActionForm
          action={renewRecoveryCodesAction}
          onDone={done => setCodes(done.codes)}
          doneMessage="New recovery codes"
          resetWhenDone
        >
          <TextField
            {...field}
            label="Code for new recovery codes"
            hint="The earlier ones are worth nothing then."
          />
          <div>
            <SubmitButton variant="secondary">Make new recovery codes</SubmitButton>
          </div>
        </ActionForm>
        {codes && <RecoveryCodes codes={codes} />}
      </div>
      <ActionForm
        action={renewFactorAction}
        onDone={() => window.location.assign('/sign-in/enrol?next=/account')}
      >
        <TextField
          {...field}
          label="Code for another app"
          hint="You scan a new QR code next; other devices are signed out."
        />
        <div>
          <SubmitButton variant="secondary">Set up another app</SubmitButton>
        </div>
      </ActionForm>
    </div>
  )
}
