'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Notice } from '@/components/ui/notice'
import { findByAddressAction, findByEmailAction } from './actions'

/** Goes to a company whose address one knows. */
export function AddressForm({ rootHost }: { rootHost: string }) {
  return (
    <ActionForm action={findByAddressAction}>
      <TextField
        name="address"
        label="Your company’s address"
        after={`.${rootHost}`}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
      />
      <SubmitButton>Go to sign in</SubmitButton>
    </ActionForm>
  )
}

/** Asks for a mail with the ways in; says the same whether or not the address is known. */
export function EmailForm() {
  const [sent, setSent] = useState(false)
  if (sent) {
    return (
      <Notice tone="positive" live title="Look into your inbox">
        If this address may sign in anywhere on Portico, a link is on its way from each company that knows it.
      </Notice>
    )
  }
  return (
    <ActionForm action={findByEmailAction} onDone={() => setSent(true)}>
      <TextField name="email" type="email" label="Your email" autoComplete="email" inputMode="email" />
      <SubmitButton variant="secondary">Email me my links</SubmitButton>
    </ActionForm>
  )
}
