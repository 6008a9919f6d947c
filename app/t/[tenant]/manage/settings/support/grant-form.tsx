'use client'

import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextareaField } from '@/components/form/textarea-field'
import { grantSupportAction } from './actions'

const lengths = [
  { value: '1', label: '1 hour' },
  { value: '4', label: '4 hours' },
  { value: '24', label: '24 hours' },
  { value: '168', label: '7 days' },
]

/** Lets Portico's support in, for a purpose and a time. */
export function GrantForm() {
  return (
    <ActionForm action={grantSupportAction} doneMessage="Portico’s support may come in" resetWhenDone>
      <TextareaField
        name="purpose"
        label="Purpose"
        hint="What you need help with. Portico’s support reads it before it comes in."
        rows={3}
        maxLength={500}
      />
      <SelectField
        name="hours"
        label="For how long"
        options={lengths}
        defaultValue="4"
        className="max-w-48"
      />
      <div>
        <SubmitButton>Let support in</SubmitButton>
      </div>
    </ActionForm>
  )
}
