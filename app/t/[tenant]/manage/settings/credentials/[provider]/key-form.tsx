'use client'

import { useRouter } from 'next/navigation'
import { enterKeyAction } from '@/app/t/[tenant]/manage/settings/credentials/actions'
import { ActionForm } from '@/components/form/action-form'
import { PasswordField } from '@/components/form/password-field'
import { SelectField } from '@/components/form/select-field'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { DateField, TextField } from '@/components/form/text-field'
import { Section } from '@/components/ui/card'
import { type KeyField, type Provider, providerTable } from '@/lib/credentials/providers'

/** Enters a key. What was typed is sent once and never comes back. */
export function KeyForm({ provider, replaces }: { provider: Provider; replaces: boolean }) {
  const router = useRouter()
  const { test, name, fields } = providerTable[provider]
  return (
    <Section
      title={replaces ? 'Replace the key' : 'Enter a key'}
      description={
        replaces
          ? 'The key in use stays in use until the new one has passed its test; nothing stops in between.'
          : 'Encrypted before it is saved; nobody can read it back, not even you.'
      }
    >
      <ActionForm
        action={enterKeyAction}
        doneMessage={test ? 'Key saved; testing it now' : 'Key saved'}
        resetWhenDone
        onDone={() => router.refresh()}
        className="max-w-2xl"
      >
        <input type="hidden" name="provider" value={provider} />
        <div className="grid gap-4 sm:grid-cols-2">
          {Object.entries(fields).map(([field, about]) => (
            <OneField key={field} name={field} {...about} />
          ))}
        </div>
        <div className="grid gap-4 border-t pt-4 sm:grid-cols-2">
          {!replaces && <TextField name="label" label="Label" optional maxLength={80} placeholder={name} />}
          <TextField
            name="scopes"
            label="Scopes"
            optional
            hint="What the key may do, as you set it there; separate several with commas."
          />
          <DateField
            name="expiresOn"
            label="Expires on"
            optional
            hint="Admins get an email 30, 7 and 1 days before."
          />
        </div>
        <FormActions>
          <SubmitButton>{test ? 'Save and test' : 'Save'}</SubmitButton>
          {test && <p className="text-13 text-muted">{test}</p>}
        </FormActions>
      </ActionForm>
    </Section>
  )
}

function OneField({ name, label, shown, hint, placeholder, optional, choices }: KeyField & { name: string }) {
  const common = { name, label, hint, optional }
  if (choices) {
    return <SelectField {...common} options={choices.map(value => ({ value, label: value }))} />
  }
  const typing = { placeholder, autoComplete: 'off', spellCheck: false, autoCapitalize: 'none' } as const
  if (shown === 'whole') return <TextField {...common} {...typing} />
  return <PasswordField {...common} {...typing} autoComplete="new-password" />
}
