'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { reactivateTenantAction, suspendTenantAction } from '@/app/admin/(desk)/actions'
import { ActionForm } from '@/components/form/action-form'
import { ConfirmAction } from '@/components/form/confirm-action'
import { SubmitButton } from '@/components/form/submit-button'
import { TextareaField } from '@/components/form/textarea-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

/** Suspends a company, which asks for the reason, or opens it again. */
export function TenantActions({ id, name, status }: { id: string; name: string; status: string }) {
  const [asking, setAsking] = useState(false)
  const router = useRouter()
  function done() {
    setAsking(false)
    router.refresh()
  }
  if (status === 'suspended')
    return (
      <ConfirmAction
        action={reactivateTenantAction}
        values={{ tenantId: id }}
        variant="primary"
        label="Reactivate"
        title={`Reactivate ${name}?`}
        confirm="Reactivate"
        danger={false}
        doneMessage={`${name} is open again`}
      >
        Its people can sign in again, its waiting jobs start at once, and its bills come again.
      </ConfirmAction>
    )
  if (status !== 'active') return null
  return (
    <>
      <Button variant="danger-outline" onClick={() => setAsking(true)}>
        Suspend
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Suspend ${name}?`}
        description="Everybody who opens its pages sees that they are closed. Its jobs wait. Nothing is lost, and nothing is charged while it is on hold."
      >
        <ActionForm action={suspendTenantAction} doneMessage={`${name} is suspended`} onDone={done}>
          <input type="hidden" name="tenantId" value={id} />
          <TextareaField
            name="reason"
            label="Reason"
            hint="Kept in the audit log; the company does not see it."
            rows={3}
          />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <SubmitButton variant="danger">Suspend</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </>
  )
}
