'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { ButtonSize, ButtonVariant } from '@/components/ui/button-class'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { type PlainAction, useActionToast } from './use-action-toast'

type ActProps<T> = {
  action: PlainAction<T>
  /** Sent with the action. */
  values?: Record<string, string | string[]>
  label: ReactNode
  doneMessage: string
  onDone?: (value: T) => void
  variant?: ButtonVariant
  size?: ButtonSize
}

/** A button that asks first: dialog, action, toast. `confirm` names the act; `children` say what will happen. */
export function ConfirmAction<T>({
  title,
  confirm,
  keep,
  danger = true,
  children,
  ...act
}: ActProps<T> & {
  title: string
  confirm: string
  keep?: string
  danger?: boolean
  children?: ReactNode
}) {
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const [run, pending] = useActionToast(act.action, {
    done: act.doneMessage,
    onRefused: setRefusal,
    onDone: value => {
      setAsking(false)
      act.onDone?.(value)
    },
  })
  function ask() {
    setRefusal(undefined)
    setAsking(true)
  }
  return (
    <>
      <Button variant={act.variant} size={act.size} onClick={ask}>
        {act.label}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => run(act.values)}
        title={title}
        confirm={confirm}
        keep={keep}
        danger={danger}
        pending={pending}
        refusal={refusal}
      >
        {children}
      </ConfirmDialog>
    </>
  )
}

/** A button that acts at once; with `undoAction` the toast offers to take it back with the same values. */
export function ActionButton<T>({ undoAction, ...act }: ActProps<T> & { undoAction?: PlainAction<T> }) {
  const [undo] = useActionToast(undoAction ?? act.action, { done: 'Undone' })
  const [run, pending] = useActionToast(act.action, {
    done: act.doneMessage,
    onDone: act.onDone,
    undo: undoAction && (() => undo(act.values)),
  })
  return (
    <Button variant={act.variant} size={act.size} disabled={pending} onClick={() => run(act.values)}>
      {act.label}
    </Button>
  )
}
