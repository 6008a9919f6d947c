'use client'

import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { DateField } from '@/components/form/text-field'
import { useActionToast } from '@/components/form/use-action-toast'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Dialog } from '@/components/ui/dialog'
import { DropdownMenu, type MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { editSeatAction, endSeatAction, removeSeatAction } from './actions'
import { TermFields } from './term-fields'

export type SeatFacts = {
  id: string
  name: string
  title: string
  startsOn: string
  endsOn: string | null
  /** When it was last changed as this page knows it. */
  seen: string
}

type Part = { seat: SeatFacts; onClose: () => void }

function EditSeat({ seat, onClose }: Part) {
  return (
    <Dialog open onClose={onClose} title={`Correct the term of ${seat.name}`}>
      <ActionForm action={editSeatAction} doneMessage="Saved" onDone={onClose}>
        <input type="hidden" name="seatId" value={seat.id} />
        <input type="hidden" name="seen" value={seat.seen} />
        <TermFields term={seat} />
        <FormActions>
          <SubmitButton>Save</SubmitButton>
        </FormActions>
      </ActionForm>
    </Dialog>
  )
}

function EndSeat({ seat, today, onClose }: Part & { today: string }) {
  return (
    <Dialog open onClose={onClose} size="sm" title={`End the term of ${seat.name}?`}>
      <ActionForm action={endSeatAction} doneMessage="Term ended" onDone={onClose}>
        <input type="hidden" name="seatId" value={seat.id} />
        <DateField name="on" label="First day without the office" defaultValue={today} />
        <FormActions>
          <SubmitButton>End term</SubmitButton>
        </FormActions>
      </ActionForm>
    </Dialog>
  )
}

function RemoveSeat({ seat, onClose }: Part) {
  const [refusal, setRefusal] = useState<string>()
  const [run, pending] = useActionToast(removeSeatAction, {
    done: 'Taken off the record',
    onDone: onClose,
    onRefused: setRefusal,
  })
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => run({ seatId: seat.id })}
      title={`Take ${seat.name} off the record?`}
      confirm="Take off"
      danger
      pending={pending}
      refusal={refusal}
    >
      For a seat that was recorded by mistake. When the term is over, end it instead.
    </ConfirmDialog>
  )
}

/** What can be done with a seat: correct it, end it, or take it off the record. */
export function SeatActions({ seat, today, ended }: { seat: SeatFacts; today: string; ended: boolean }) {
  const [doing, setDoing] = useState<'edit' | 'end' | 'remove'>()
  const onClose = () => setDoing(undefined)
  const items: MenuItem[] = [
    ...(ended ? [] : [{ label: 'End the term…', onSelect: () => setDoing('end') }]),
    { label: 'Correct…', onSelect: () => setDoing('edit') },
    { label: 'Recorded by mistake…', danger: true, onSelect: () => setDoing('remove') },
  ]
  return (
    <>
      <DropdownMenu
        items={items}
        trigger={
          <IconButton label={`More about ${seat.name}`} size="sm">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      />
      {doing === 'edit' && <EditSeat seat={seat} onClose={onClose} />}
      {doing === 'end' && <EndSeat seat={seat} today={today} onClose={onClose} />}
      {doing === 'remove' && <RemoveSeat seat={seat} onClose={onClose} />}
    </>
  )
}
