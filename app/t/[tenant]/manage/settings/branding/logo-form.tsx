'use client'

import { changeLogoAction, removeLogoAction } from '@/app/t/[tenant]/manage/settings/actions'
import { ActionForm } from '@/components/form/action-form'
import { ConfirmAction } from '@/components/form/confirm-action'
import { FileField } from '@/components/form/file-field'
import { SubmitButton } from '@/components/form/submit-button'
import { showToast } from '@/components/ui/toast'
import { logoBytes } from '@/lib/settings/schema'

/** The company's logo: as it is, choose another, take it away. */
export function LogoForm({ logoUrl }: { logoUrl: string | null }) {
  return (
    <div className="flex flex-col gap-4">
      {logoUrl && (
        <div className="flex flex-wrap items-center gap-3">
          <span className="rounded-lg border bg-[white] p-4">
            <img src={logoUrl} alt="Your logo" className="max-h-16 max-w-56 object-contain" />
          </span>
          <span className="dark rounded-lg border bg-paper p-4">
            <img src={logoUrl} alt="" className="max-h-16 max-w-56 object-contain" />
          </span>
          <ConfirmAction
            action={removeLogoAction}
            label="Remove"
            variant="ghost"
            title="Remove the logo?"
            confirm="Remove logo"
            doneMessage="Logo removed"
          >
            Pages and emails show your initials on your color instead.
          </ConfirmAction>
        </div>
      )}
      <ActionForm action={changeLogoAction} doneMessage="Logo saved" resetWhenDone>
        <FileField
          name="logo"
          label={logoUrl ? 'Another logo' : 'Logo'}
          accept="image/png,image/jpeg,image/webp,image/svg+xml"
          hint="PNG, JPEG, WebP or SVG, up to 1 MB. Shown 32 pixels high: simple marks work best."
          onChange={event => {
            const file = event.target.files?.[0]
            if (!file || file.size <= logoBytes) return
            event.target.value = ''
            showToast('Use a picture of at most 1 MB.', { tone: 'critical' })
          }}
        />
        <div>
          <SubmitButton variant="secondary">{logoUrl ? 'Replace logo' : 'Upload logo'}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  )
}
