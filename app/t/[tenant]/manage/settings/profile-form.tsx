'use client'

import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { SettingsRow } from '@/components/ui/card'
import { locales } from '@/lib/settings/rules'
import { editProfileAction } from './actions'

export type ShownProfile = {
  name: string
  supportEmail: string
  supportPhone: string
  locale: string
  zone: string
}

/** The company's profile, to change. */
export function ProfileForm({
  profile,
  zones,
  seen,
}: {
  profile: ShownProfile
  seen: string
  zones: { value: string; label: string }[]
}) {
  return (
    <ActionForm action={editProfileAction} doneMessage="Saved" className="gap-0">
      <SettingsRow title="Company" description="As your team, your homeowners and your emails name it.">
        <input type="hidden" name="seen" value={seen} />
        <TextField name="name" label="Company name" defaultValue={profile.name} maxLength={120} />
      </SettingsRow>
      <SettingsRow
        title="Support"
        description="Shown to homeowners on the sign-in page and under every email, so that they know whom to ask."
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="supportEmail"
            type="email"
            label="Support email"
            optional
            defaultValue={profile.supportEmail}
          />
          <TextField
            name="supportPhone"
            type="tel"
            label="Support phone"
            optional
            defaultValue={profile.supportPhone}
          />
        </div>
      </SettingsRow>
      <SettingsRow
        title="Language and time"
        description="How dates, numbers and amounts are written. Each association keeps its own time zone for due dates."
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="locale"
            label="Language and region"
            options={[...locales]}
            defaultValue={profile.locale}
          />
          <SelectField name="zone" label="Company time zone" options={zones} defaultValue={profile.zone} />
        </div>
        <div className="mt-6">
          <FormActions>
            <SubmitButton>Save changes</SubmitButton>
          </FormActions>
        </div>
      </SettingsRow>
    </ActionForm>
  )
}
