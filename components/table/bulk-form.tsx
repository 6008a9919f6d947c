'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import type { PlainAction } from '@/components/form/use-action-toast'
import { Dialog } from '@/components/ui/dialog'

/** What is asked before an act on many rows; its texts are written by `withCount`. */
export type BulkForm = { title: string; description?: string; submit: string; fields: ReactNode }

type Props = BulkForm & {
  action: PlainAction<unknown>
  ids: string[]
  say: (text: string) => string
  doneMessage: string
  onClose: () => void
  onDone: () => void
}

/** A form for many rows at once. */
export function BulkFormDialog(props: Props) {
  const { action, ids, say } = props
  const router = useRouter()
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={say(props.title)}
      description={props.description && say(props.description)}
    >
      <ActionForm
        action={(_, data) => action(null, data)}
        doneMessage={props.doneMessage}
        onDone={() => {
          props.onDone()
          router.refresh()
        }}
      >
        {ids.map(id => (
          <input key={id} type="hidden" name="ids[]" value={id} />
        ))}
        {props.fields}
        <FormActions>
          <SubmitButton>{say(props.submit)}</SubmitButton>
        </FormActions>
      </ActionForm>
    </Dialog>
  )
}
