'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { RadioField, SelectField } from '@/components/form/select-field'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { slugFrom } from '@/lib/tenants/rules'
import { tenantKinds } from '@/lib/tenants/schema'
import { createCompanyAction } from './actions'

const plans = [
  { value: 'kind', label: 'The usual one for what it manages' },
  { value: 'basic', label: 'Basic' },
  { value: 'pro', label: 'Pro' },
  { value: 'enterprise', label: 'Enterprise' },
]

type Props = { rootHost: string; zones: { value: string; label: string }[] }

/** A company's name, address and kind, and whoever is invited as its first admin. */
export function CompanyForm({ rootHost, zones }: Props) {
  const router = useRouter()
  const [slug, setSlug] = useState({ text: '', own: false })
  return (
    <ActionForm
      action={createCompanyAction}
      doneMessage="The company is set up, its admin invited"
      onDone={({ tenantId }) => router.push(`/tenants/${tenantId}`)}
      className="max-w-xl"
    >
      <TextField
        name="company"
        label="Company name"
        autoComplete="off"
        maxLength={120}
        autoFocus
        onChange={event => {
          const text = slugFrom(event.target.value)
          setSlug(known => (known.own ? known : { text, own: false }))
        }}
      />
      <TextField
        name="slug"
        label="Address"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        after={`.${rootHost}`}
        value={slug.text}
        onChange={event => setSlug({ text: event.target.value, own: event.target.value !== '' })}
      />
      <RadioField
        name="kind"
        label="What it manages"
        defaultValue="associations"
        cards
        choices={[...tenantKinds]}
      />
      <SelectField
        name="plan"
        label="Plan"
        hint="Free for 30 days; the company decides before the trial ends."
        options={plans}
        defaultValue="kind"
      />
      <SelectField name="zone" label="Time zone" options={zones} defaultValue="America/New_York" />
      <TextField name="name" label="First admin’s name" autoComplete="off" maxLength={120} />
      <TextField
        name="email"
        type="email"
        label="First admin’s email"
        hint="They get an invitation that is good for seven days."
        autoComplete="off"
        inputMode="email"
      />
      <FormActions>
        <SubmitButton>Set the company up</SubmitButton>
      </FormActions>
    </ActionForm>
  )
}
