'use client'

import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { type PlainAction, useActionToast } from '@/components/form/use-action-toast'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { type BulkForm, BulkFormDialog } from './bulk-form'
import { withCount } from './with-count'

/** An act on the selected rows; it gets their ids as `ids`, one entry each. Its texts are written by `withCount`. */
export type BulkAction = {
  label: string
  icon?: ReactNode
  action: PlainAction<unknown>
  /** An answer with a `message` of its own goes before. */
  doneMessage: string
  danger?: boolean
  /** Asked first. */
  confirm?: { title: string; confirm: string; text?: string }
  /** Asked in a form first; sent along with the ids. */
  form?: BulkForm
  /** Takes it back; offered where its outcome is told. */
  undoAction?: PlainAction<unknown>
}

function ownMessage(value: unknown): string | undefined {
  const message =
    typeof value === 'object' && value !== null && 'message' in value ? value.message : undefined
  return typeof message === 'string' ? message : undefined
}

function BulkButton({ act, ids, clear }: { act: BulkAction; ids: string[]; clear: () => void }) {
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const say = (text: string) => withCount(text, ids.length)
  const [undo] = useActionToast(act.undoAction ?? act.action, { done: 'Undone' })
  const [run, pending] = useActionToast(act.action, {
    done: value => ownMessage(value) ?? say(act.doneMessage),
    undo: act.undoAction && (() => undo({ ids })),
    onRefused: act.confirm && setRefusal,
    onDone: () => {
      setAsking(false)
      clear()
    },
  })
  function ask() {
    setRefusal(undefined)
    setAsking(true)
  }
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        disabled={pending}
        className={act.danger ? 'text-critical hover:text-critical' : 'text-ink'}
        onClick={() => (act.confirm || act.form ? ask() : run({ ids }))}
      >
        {act.icon}
        {act.label}
      </Button>
      {act.form && asking && (
        <BulkFormDialog
          {...act.form}
          action={act.action}
          ids={ids}
          say={say}
          doneMessage={say(act.doneMessage)}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false)
            clear()
          }}
        />
      )}
      {act.confirm && (
        <ConfirmDialog
          open={asking}
          onClose={() => setAsking(false)}
          onConfirm={() => run({ ids })}
          title={say(act.confirm.title)}
          confirm={say(act.confirm.confirm)}
          danger={act.danger ?? false}
          pending={pending}
          refusal={refusal}
        >
          {act.confirm.text && say(act.confirm.text)}
        </ConfirmDialog>
      )}
    </>
  )
}

/** What can be done with the selected rows; appears when there are any. */
export function BulkBar({
  actions,
  ids,
  clear,
}: {
  actions: BulkAction[]
  ids: string[]
  clear: () => void
}) {
  return (
    <div
      role="status"
      className="pointer-events-none sticky bottom-4 z-20 -mt-12 flex h-12 justify-center empty:hidden"
    >
      {ids.length > 0 && (
        <div className="pointer-events-auto flex items-center gap-1 rounded-lg border border-line-strong bg-raised py-1.5 pr-1.5 pl-3.5 shadow-[0_4px_16px_oklch(0.2_0.03_262/0.14)]">
          <span className="mr-2 font-medium tabular-nums">{ids.length} selected</span>
          {actions.map(act => (
            <BulkButton key={act.label} act={act} ids={ids} clear={clear} />
          ))}
          <IconButton label="Clear selection" size="sm" onClick={clear}>
            <X aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  )
}
