'use client'

import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { claimDomainAction } from './actions'

/** Names a domain; the record to set appears when it is claimed. */
export function ClaimForm() {
  const router = useRouter()
  return (
    <ActionForm
      action={claimDomainAction}
      doneMessage="Domain added"
      onDone={() => router.refresh()}
      resetWhenDone
    >
      <TextField
        name="host"
        label="Domain"
        hint="A subdomain of a domain you own, such as portal.example.com."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="url"
      />
      <div className="flex">
        <SubmitButton>Add domain</SubmitButton>
      </div>
    </ActionForm>
  )
}
