'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { DateField, TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { extendTrialAction, giveCreditAction } from './actions'

/** Asks until when a company's trial is to run. */
export function ExtendTrial({ tenantId, name, until }: { tenantId: string; name: string; until: string }) {
  const [asking, setAsking] = useState(false)
  const router = useRouter()
  return (
    <>
      <Button onClick={() => setAsking(true)}>Extend trial</Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Extend the trial of ${name}`}
        description="A trial that ran out unpaid is taken up again. The company is not charged before the day you choose, at midnight UTC."
      >
        <ActionForm
          action={extendTrialAction}
          doneMessage="The trial runs longer"
          onDone={() => {
            setAsking(false)
            router.refresh()
          }}
        >
          <input type="hidden" name="tenantId" value={tenantId} />
          <DateField
            name="until"
            label="Trial until"
            hint="At most 90 days from today, and 180 days in all."
            defaultValue={until}
          />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <SubmitButton>Extend trial</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </>
  )
}

/** Asks how much credit a company is given, and why; `creditId` is what makes a form sent twice one gift. */
export function GiveCredit({
  tenantId,
  creditId,
  name,
  currency,
}: {
  tenantId: string
  creditId: string
  name: string
  currency: string
}) {
  const [asking, setAsking] = useState(false)
  const router = useRouter()
  return (
    <>
      <Button onClick={() => setAsking(true)}>Give credit</Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Give ${name} credit`}
        description="Its next invoices take the amount off until it is used up. Credit cannot be taken back here."
      >
        <ActionForm
          action={giveCreditAction}
          doneMessage="Credit given"
          onDone={() => {
            setAsking(false)
            router.refresh()
          }}
        >
          <input type="hidden" name="tenantId" value={tenantId} />
          <input type="hidden" name="creditId" value={creditId} />
          <TextField name="amount" label="Amount" inputMode="decimal" autoComplete="off" after={currency} />
          <TextField name="reason" label="Reason" hint="Kept in the audit log." />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <SubmitButton>Give credit</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </>
  )
}
