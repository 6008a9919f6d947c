'use client'

import { useEffect, useState } from 'react'
import { AccentField } from '@/components/form/accent-field'
import { ActionForm } from '@/components/form/action-form'
import { RadioField } from '@/components/form/select-field'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { OfficePreview, type PreviewRow } from '@/components/preview/office-preview'
import { PortalPreview, type PreviewHome } from '@/components/preview/portal-preview'
import { slugFrom } from '@/lib/tenants/rules'
import { tenantKinds } from '@/lib/tenants/schema'
import { signUpAction } from './actions'
import { AddressField } from './address-field'

type Company = { name: string; slug: string; accent: string }

function CompanyFields({
  company,
  rootHost,
  onChange,
}: {
  company: Company
  rootHost: string
  onChange: (next: Partial<Company>) => void
}) {
  const [ownSlug, setOwnSlug] = useState(false)
  return (
    <>
      <TextField
        name="company"
        label="Company name"
        autoComplete="organization"
        maxLength={120}
        value={company.name}
        onChange={event => {
          const name = event.target.value
          onChange(ownSlug ? { name } : { name, slug: slugFrom(name) })
        }}
      />
      <AddressField
        slug={company.slug}
        rootHost={rootHost}
        onChange={slug => {
          setOwnSlug(slug !== '')
          onChange({ slug })
        }}
      />
      <RadioField
        name="kind"
        label="What you manage"
        defaultValue="associations"
        cards
        choices={[...tenantKinds]}
      />
      <AccentField
        name="accent"
        label="Your color"
        value={company.accent}
        onChange={accent => onChange({ accent })}
      />
    </>
  )
}

function PersonFields() {
  return (
    <>
      <TextField name="name" label="Your name" autoComplete="name" maxLength={120} />
      <TextField name="email" type="email" label="Work email" autoComplete="email" inputMode="email" />
      <TextField
        name="password"
        type="password"
        label="Password"
        autoComplete="new-password"
        hint="At least 10 characters; three or four unrelated words work well."
      />
    </>
  )
}

/** The visitor's own time zone, which becomes the company's. */
function ZoneField() {
  const [zone, setZone] = useState('')
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return <input type="hidden" name="zone" value={zone} />
}

/** Signing a company up, with its back office taking shape beside the form. */
export function SignUpForm({
  rootHost,
  rows,
  home,
}: {
  rootHost: string
  rows: PreviewRow[]
  home: PreviewHome
}) {
  const [company, setCompany] = useState<Company>({ name: '', slug: '', accent: '#2f5d50' })
  const brand = { name: company.name || 'Your company', color: company.accent }
  return (
    <div className="grid gap-12 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] lg:gap-16">
      <ActionForm action={signUpAction} className="gap-5">
        <CompanyFields
          company={company}
          rootHost={rootHost}
          onChange={next => setCompany(last => ({ ...last, ...next }))}
        />
        <hr className="my-1" />
        <PersonFields />
        <ZoneField />
        <FormActions>
          <SubmitButton size="lg" className="w-full">
            Create your company
          </SubmitButton>
        </FormActions>
        <p className="text-sm text-muted">
          You become its first administrator. Everything here but the address can be changed later.
        </p>
      </ActionForm>
      <div className="hidden lg:block">
        <div className="sticky top-10">
          <div className="relative pr-14 pb-56">
            <OfficePreview
              brand={brand}
              address={`${company.slug || 'your-company'}.${rootHost}/manage`}
              rows={rows}
            />
            <PortalPreview brand={brand} home={home} className="absolute right-0 bottom-0" />
          </div>
          <p className="mt-3 text-center text-sm text-muted">
            Your back office and your homeowners’ portal, as they will look.
          </p>
        </div>
      </div>
    </div>
  )
}
