'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { changePlanForAction } from './actions'

/** Asks which plan a company is given, and why. */
export function ChangePlan({
  tenantId,
  name,
  plans,
}: {
  tenantId: string
  name: string
  plans: { value: string; label: string }[]
}) {
  const [asking, setAsking] = useState(false)
  const router = useRouter()
  return (
    <>
      <Button onClick={() => setAsking(true)}>Change plan</Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Change the plan of ${name}`}
        description="Counts from today, in place of its plan of the same kind. What the day’s share of both comes to is on its next bill."
      >
        <ActionForm
          action={changePlanForAction}
          doneMessage="The plan is changed"
          onDone={() => {
            setAsking(false)
            router.refresh()
          }}
        >
          <input type="hidden" name="tenantId" value={tenantId} />
          <SelectField name="versionId" label="New plan" options={plans} />
          <TextField name="reason" label="Reason" hint="Kept in the audit log." />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <SubmitButton>Change plan</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </>
  )
}
