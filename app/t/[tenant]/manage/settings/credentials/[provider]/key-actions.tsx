'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import {
  askTestAction,
  confirmKeyAction,
  describeKeyAction,
  discardKeyAction,
} from '@/app/t/[tenant]/manage/settings/credentials/actions'
import { ActionForm } from '@/components/form/action-form'
import { ActionButton, ConfirmAction } from '@/components/form/confirm-action'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { DateField, TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type KeyDetails = { label: string; scopes: string; expiresOn: string }

/** What can be done with an entered key. */
export function KeyActions({
  versionId,
  waiting,
  testable,
  details,
}: {
  versionId: string
  waiting: boolean
  testable: boolean
  details: KeyDetails
}) {
  const values = { versionId }
  return (
    <div className="flex flex-wrap items-center gap-2">
      {waiting && (
        <>
          <ConfirmAction
            action={discardKeyAction}
            values={values}
            label="Discard"
            size="sm"
            variant="ghost"
            title="Discard this key?"
            confirm="Discard key"
            doneMessage="Key discarded"
          >
            It is erased. Whatever is in use stays in use.
          </ConfirmAction>
          <ConfirmAction
            action={confirmKeyAction}
            values={values}
            label="Use it anyway"
            size="sm"
            danger={false}
            title="Use this key without a passed test?"
            confirm="Use key"
            doneMessage="Key taken into use"
          >
            If the key does not work, whatever depends on it stops until you replace it.
          </ConfirmAction>
        </>
      )}
      <EditDetails versionId={versionId} details={details} />
      {testable && (
        <ActionButton
          action={askTestAction}
          values={values}
          label="Test connection"
          size="sm"
          doneMessage="Testing the key"
        />
      )}
    </div>
  )
}

function EditDetails({ versionId, details }: { versionId: string; details: KeyDetails }) {
  const [open, setOpen] = useState(false)
  const router = useRouter()
  function done() {
    setOpen(false)
    router.refresh()
  }
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
        Edit details
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Edit details">
        <ActionForm action={describeKeyAction} doneMessage="Saved" onDone={done}>
          <input type="hidden" name="versionId" value={versionId} />
          <TextField name="label" label="Label" optional defaultValue={details.label} maxLength={80} />
          <TextField
            name="scopes"
            label="Scopes"
            optional
            defaultValue={details.scopes}
            hint="Separate several with commas."
          />
          <DateField
            name="expiresOn"
            label="Expires on"
            optional
            defaultValue={details.expiresOn}
            hint="Admins get an email 30, 7 and 1 days before."
          />
          <FormActions>
            <SubmitButton>Save</SubmitButton>
          </FormActions>
        </ActionForm>
      </Dialog>
    </>
  )
}
