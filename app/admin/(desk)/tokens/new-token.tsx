'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/checkbox-field'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { createTokenAction } from './actions'

const scopes = [
  { value: 'organizations:read', label: 'Read companies', hint: 'organizations:read' },
  { value: 'organizations:write', label: 'Make and change companies', hint: 'organizations:write' },
]

const lifetimes = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
]

function Made({ token, onDone }: { token: string; onDone: () => void }) {
  return (
    <Notice
      tone="positive"
      title="Copy the token now. It is not shown again."
      action={
        <Button size="sm" onClick={onDone}>
          I have copied it
        </Button>
      }
    >
      <p className="mt-2 flex items-center gap-2">
        <code className="min-w-0 break-all rounded-md border bg-surface px-2 py-1 text-13">{token}</code>
        <CopyButton text={token} label="Copy the token" />
      </p>
    </Notice>
  )
}

/** Makes a token, and shows it once. */
export function NewToken() {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [token, setToken] = useState<string | null>(null)
  function close() {
    setAsking(false)
    setToken(null)
  }
  return (
    <>
      <Button variant="primary" onClick={() => setAsking(true)}>
        New token
      </Button>
      <Dialog open={asking} onClose={close} title="New token">
        {token ? (
          <Made token={token} onDone={close} />
        ) : (
          <TokenForm
            onCancel={close}
            onMade={made => {
              setToken(made)
              router.refresh()
            }}
          />
        )}
      </Dialog>
    </>
  )
}

function TokenForm({ onMade, onCancel }: { onMade: (token: string) => void; onCancel: () => void }) {
  return (
    <ActionForm action={createTokenAction} onDone={made => onMade(made.token)}>
      <TextField
        name="name"
        label="Used by"
        hint="The system that will hold it, such as “Sales portal”."
        autoComplete="off"
        maxLength={80}
      />
      <fieldset>
        <legend className="text-(length:--control-text) font-medium">It may</legend>
        {scopes.map(({ value, label, hint }) => (
          <CheckboxField key={value} name="scopes[]" value={value} label={label} hint={hint} />
        ))}
      </fieldset>
      <SelectField name="days" label="Valid for" options={lifetimes} defaultValue="90" />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton needsScripts>Make token</SubmitButton>
      </div>
    </ActionForm>
  )
}
