'use client'

import { useState } from 'react'
import { editMessagesAction } from '@/app/t/[tenant]/manage/settings/actions'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/checkbox-field'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { SettingsRow } from '@/components/ui/card'

/** Who emails come from and when messages wait, to change. */
export function MessagesForm(props: {
  senderName: string
  replyTo: string
  quiet: { from: string; until: string } | null
  company: string
  supportEmail: string | null
  zone: string
  seen: string
}) {
  const [quiet, setQuiet] = useState(props.quiet !== null)
  return (
    <ActionForm action={editMessagesAction} doneMessage="Saved" className="gap-0">
      <SettingsRow
        title="Sender"
        description="What people see in their inbox, and where their replies arrive."
      >
        <input type="hidden" name="seen" value={props.seen} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="senderName"
            label="Sender name"
            optional
            maxLength={80}
            placeholder={props.company}
            hint="If empty: the company’s name."
            defaultValue={props.senderName}
          />
          <TextField
            name="replyTo"
            type="email"
            label="Replies go to"
            optional
            placeholder={props.supportEmail ?? undefined}
            hint={props.supportEmail ? 'If empty: the support email.' : 'If empty: replies are not received.'}
            defaultValue={props.replyTo}
          />
        </div>
      </SettingsRow>
      <SettingsRow
        title="Quiet hours"
        description="What is not urgent waits until they end. Sign-in links, invitations and password resets are always sent at once."
      >
        <CheckboxField
          appearance="switch"
          name="quiet"
          label="Keep messages back at certain hours"
          hint={`In the company’s time zone, ${props.zone}.`}
          checked={quiet}
          onChange={event => setQuiet(event.target.checked)}
        />
        {quiet && (
          <div className="mt-3 grid max-w-80 grid-cols-2 gap-4">
            <TextField
              name="quietFrom"
              type="time"
              label="From"
              defaultValue={props.quiet?.from ?? '21:00'}
            />
            <TextField
              name="quietUntil"
              type="time"
              label="Until"
              defaultValue={props.quiet?.until ?? '08:00'}
            />
          </div>
        )}
        <div className="mt-6">
          <FormActions>
            <SubmitButton>Save changes</SubmitButton>
          </FormActions>
        </div>
      </SettingsRow>
    </ActionForm>
  )
}
