'use client'

import type { ReactNode } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'
import { Notice } from './notice'

/** Asks before something that cannot be undone; `confirm` names the act, never "OK". */
export function ConfirmDialog({
  open,
  onClose,
  onConfirm,
  title,
  confirm,
  keep = 'Cancel',
  danger = true,
  pending = false,
  refusal,
  children,
}: {
  open: boolean
  onClose: () => void
  onConfirm: () => void
  title: string
  confirm: string
  /** What not doing it is called. */
  keep?: string
  danger?: boolean
  pending?: boolean
  /** Why it could not be done, after trying. */
  refusal?: string
  children?: ReactNode
}) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      role="alertdialog"
      size="sm"
      title={title}
      description={children}
      footer={
        <>
          <Button disabled={pending} onClick={onClose}>
            {keep}
          </Button>
          <Button variant={danger ? 'danger' : 'primary'} disabled={pending} onClick={onConfirm}>
            {pending ? 'One moment…' : confirm}
          </Button>
        </>
      }
    >
      {refusal && (
        <Notice tone="critical" live>
          {refusal}
        </Notice>
      )}
    </Dialog>
  )
}
