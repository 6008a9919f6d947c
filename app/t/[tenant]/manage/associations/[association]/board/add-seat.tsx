'use client'

import { useState } from 'react'
import { OwnerPicker, type Picked } from '@/app/t/[tenant]/manage/units/[unit]/ownership/owner-picker'
import { ActionForm } from '@/components/form/action-form'
import { useFieldError } from '@/components/form/form-state'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { addSeatAction } from './actions'
import { TermFields } from './term-fields'

function Holder() {
  const [picked, setPicked] = useState<Picked | null>(null)
  const error = useFieldError('homeownerId')
  if (!picked?.id) return <OwnerPicker label="Homeowner" error={error} autoFocus onPick={setPicked} />
  return (
    <div className="flex flex-col gap-1.5">
      <span className="font-medium">Homeowner</span>
      <div className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{picked.name}</span>
        <Button size="sm" variant="ghost" onClick={() => setPicked(null)}>
          Change
        </Button>
      </div>
      <input type="hidden" name="homeownerId" value={picked.id} />
    </div>
  )
}

/** Gives a homeowner a seat, in a dialog. */
export function AddSeat({ associationId, today }: { associationId: string; today: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="primary" size="sm" onClick={() => setOpen(true)}>
        Add a board member
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Add a board member">
        <ActionForm action={addSeatAction} doneMessage="Board member added" onDone={() => setOpen(false)}>
          <input type="hidden" name="associationId" value={associationId} />
          <Holder />
          <TermFields term={{ title: 'director', startsOn: today, endsOn: null }} />
          <FormActions>
            <SubmitButton>Add</SubmitButton>
          </FormActions>
        </ActionForm>
      </Dialog>
    </>
  )
}
