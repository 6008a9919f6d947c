'use client'

import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { cn } from './cn'
import { IconButton } from './icon-button'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode
  size?: 'sm' | 'md' | 'lg'
  /** `alertdialog` interrupts: it does not close by a click beside it. */
  role?: 'dialog' | 'alertdialog'
  children?: ReactNode
}

const sizes = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl' }

/** A modal on the platform's own dialog element: focus stays inside, Escape closes, focus returns. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  footer,
  size = 'md',
  role = 'dialog',
  children,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current
    if (open && dialog && !dialog.open) dialog.showModal()
    if (!open && dialog?.open) dialog.close()
  }, [open])
  return (
    <dialog
      ref={ref}
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onClose={onClose}
      onPointerDown={event => {
        if (event.target === event.currentTarget && role === 'dialog') onClose()
      }}
      className={cn('dialog text-left', sizes[size])}
    >
      {open && (
        <div className="flex max-h-[inherit] flex-col">
          <header className="px-5 pt-4 pr-12">
            <h2 id={`${id}-title`} className="text-base font-semibold">
              {title}
            </h2>
            {description && (
              <p id={`${id}-description`} className="mt-1 text-muted">
                {description}
              </p>
            )}
          </header>
          {children && <div className="min-h-0 overflow-y-auto px-5 pt-4">{children}</div>}
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 px-5 pt-5 pb-4">{footer}</footer>
          ) : (
            <div className="h-5 shrink-0" />
          )}
          {role === 'dialog' && (
            // Last in order, so that the first field gets the focus.
            <IconButton label="Close" size="sm" className="absolute top-3 right-3" onClick={onClose}>
              <X aria-hidden />
            </IconButton>
          )}
        </div>
      )}
    </dialog>
  )
}
