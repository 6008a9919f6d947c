'use client'

import { useState } from 'react'
import { RecoveryCodes } from '@/app/admin/recovery-codes'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { renewFactorAction, renewRecoveryCodesAction } from './actions'

const field = {
  name: 'code',
  inputMode: 'numeric',
  autoComplete: 'one-time-code',
  maxLength: 7,
  className: 'max-w-80',
} as const

/** New recovery codes, or another authenticator app; either asks for a code of the present one. */
export function FactorForms() {
  const [codes, setCodes] = useState<string[]>()
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <div>
          <h3 className="font-medium">New recovery codes</h3>
          <p className="text-13 text-muted">The ones you have stop working.</p>
        </div>
        <ActionForm action={renewRecoveryCodesAction} onDone={done => setCodes(done.codes)} resetWhenDone>
          <TextField {...field} label="Code from the app, for new recovery codes" />
          <div>
            <SubmitButton needsScripts variant="secondary">
              Make new recovery codes
            </SubmitButton>
          </div>
        </ActionForm>
        {codes && <RecoveryCodes key={codes[0]} codes={codes} />}
      </div>
      <div className="flex flex-col gap-4">
        <div>
          <h3 className="font-medium">Another app or phone</h3>
          <p className="text-13 text-muted">
            You scan a new QR code next. Your other devices are signed out.
          </p>
        </div>
        <ActionForm
          action={renewFactorAction}
          onDone={() => window.location.assign('/sign-in/enrol?next=/account')}
        >
          <TextField {...field} label="Code from the app, to set up another" />
          <div>
            <SubmitButton needsScripts variant="secondary">
              Set up another app
            </SubmitButton>
          </div>
        </ActionForm>
      </div>
    </div>
  )
}
