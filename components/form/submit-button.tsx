'use client'

import { LoaderCircle } from 'lucide-react'
import { type ComponentProps, useSyncExternalStore } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '@/components/ui/button'
import { useFormState } from './form-state'

type SubmitButtonProps = ComponentProps<typeof Button> & {
  /** Waits for the page's scripts: for an answer that is shown once, which a form sent without them would lose. */
  needsScripts?: boolean
}

const neverChanges = () => () => undefined

/** Sends the form; while it is under way it says so, keeps its width and does nothing. */
export function SubmitButton({ children, variant = 'primary', needsScripts, ...props }: SubmitButtonProps) {
  const form = useFormState()
  const status = useFormStatus()
  const hasScripts = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
  const pending = form.pending || status.pending
  return (
    <Button
      type="submit"
      variant={variant}
      aria-disabled={pending || undefined}
      disabled={needsScripts && !hasScripts}
      {...props}
    >
      {pending ? (
        <span className="grid place-items-center [&>*]:col-start-1 [&>*]:row-start-1">
          <span className="invisible inline-flex items-center gap-1.5">{children}</span>
          <LoaderCircle aria-label="One moment" className="animate-spin" />
        </span>
      ) : (
        children
      )}
    </Button>
  )
}

/** The row of buttons at the end of a form. */
export function FormActions({ children }: { children: ComponentProps<'div'>['children'] }) {
  return (
    <div className="flex flex-wrap items-center gap-2 pt-1 [.dialog_&]:flex-row-reverse [[data-touch]_&]:[&>*]:max-sm:w-full">
      {children}
    </div>
  )
}
