'use client'

import { useState } from 'react'
import { editAccentAction } from '@/app/t/[tenant]/manage/settings/actions'
import { AccentField } from '@/components/form/accent-field'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { OfficePreview, type PreviewRow } from '@/components/preview/office-preview'
import { PortalPreview } from '@/components/preview/portal-preview'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Brand } from '@/lib/branding/brand-style'
import { Contrast } from './contrast'

const home = { unit: '204', association: 'Tierra del Sol', place: 'Miami, FL', share: 'The whole unit' }

/** The company's color, seen at once on the back office and the portal, in light and dark. */
export function AccentForm({ brand, address, rows }: { brand: Brand; address: string; rows: PreviewRow[] }) {
  const [color, setColor] = useState(brand.color ?? '#2f5d50')
  const [theme, setTheme] = useState('light')
  const shown = { ...brand, color }
  return (
    <div className="flex flex-col gap-6">
      <ActionForm action={editAccentAction} doneMessage="Branding saved">
        <AccentField name="accent" label="Color" value={color} onChange={setColor} />
        <Contrast color={color} />
        <FormActions>
          <SubmitButton>Save color</SubmitButton>
        </FormActions>
      </ActionForm>
      <div className={`${theme} rounded-lg border bg-sunken p-4 text-ink sm:p-6`}>
        <div className="mb-4 flex items-center justify-between gap-4">
          <p className="text-13 font-medium text-muted">Preview</p>
          <SegmentedControl
            name="preview-theme"
            label="Theme of the preview"
            value={theme}
            onChange={setTheme}
            options={[
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </div>
        <div className="grid items-start justify-center gap-6 2xl:grid-cols-[minmax(0,1fr)_auto]">
          <OfficePreview brand={shown} address={address} rows={rows} />
          <PortalPreview brand={shown} home={home} className="mx-auto" />
        </div>
      </div>
    </div>
  )
}
