'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { DateField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { endOwnershipAction } from './actions'

/** Ends the ownership of a unit on a day when nobody knows who follows; asks for the day first. */
export function EndOwnership({ unitId, seen, today }: { unitId: string; seen: string; today: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="ghost" size="sm" onClick={() => setOpen(true)}>
        End ownership
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        size="sm"
        title="End ownership without a new owner?"
        description="The unit will have no known owner from that day on. When it was sold, transfer it instead."
      >
        <ActionForm
          action={endOwnershipAction}
          doneMessage="Ownership ended"
          onDone={() => {
            setOpen(false)
            router.refresh()
          }}
        >
          <input type="hidden" name="unitId" value={unitId} />
          <input type="hidden" name="seen" value={seen} />
          <DateField name="on" label="First day without an owner" defaultValue={today} />
          <FormActions>
            <SubmitButton variant="danger">End ownership</SubmitButton>
            <Button variant="ghost" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </FormActions>
        </ActionForm>
      </Dialog>
    </>
  )
}
