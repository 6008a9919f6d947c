'use client'

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react'
import { cn } from '@/components/ui/cn'
import { showToast } from '@/components/ui/toast'
import type { Refusal, Result } from '@/lib/action/result'
import { FormErrors } from './form-errors'
import { type FormAction, FormContext } from './form-state'

export type ActionFormProps<T> = {
  action: FormAction<T>
  /** Called once for each acceptance. */
  onDone?: (value: T) => void
  /** Said in a toast when accepted. */
  doneMessage?: string
  /** Empties the fields when accepted, for forms that add one thing after another. */
  resetWhenDone?: boolean
  className?: string
  children: ReactNode
}

const nothing = new Set<string>()

function focusProblem(form: HTMLFormElement, fields: Record<string, string>) {
  const invalid = Array.from(form.elements).find(
    element => element instanceof HTMLElement && fields[element.getAttribute('name') ?? ''] !== undefined,
  )
  const target = invalid ?? form.querySelector('[data-form-errors]')
  if (target instanceof HTMLElement) target.focus()
}

/** Whether a refusal has something to say above the fields: not what stands beside its field, or was mended since. */
function needsBanner({ reason, message, fields = {} }: Refusal, errors: Record<string, string>): boolean {
  const [only, ...others] = Object.entries(fields)
  if (!only) return true
  if (reason === 'invalid' && Object.keys(errors).length === 0) return false
  return others.length > 0 || only[0] === 'form' || !message.endsWith(only[1])
}

/**
 * A form bound to a server action. Refused, it keeps what was typed, shows each sentence beside its field and
 * moves focus to the first of them; it cannot be sent twice at a time. It works before scripts have loaded.
 */
export function ActionForm<T>({
  action,
  onDone,
  doneMessage,
  resetWhenDone,
  className,
  children,
}: ActionFormProps<T>) {
  const [result, submit, pending] = useActionState<Result<T> | null, FormData>(action, null)
  const [edited, setEdited] = useState<ReadonlySet<string>>(nothing)
  const form = useRef<HTMLFormElement>(null)
  const settled = useRef(result)

  useEffect(() => {
    if (!result || settled.current === result || !form.current) return
    settled.current = result
    setEdited(nothing)
    if (!result.ok) return focusProblem(form.current, result.fields ?? {})
    if (resetWhenDone) form.current.reset()
    if (doneMessage) showToast(doneMessage, { tone: 'positive' })
    onDone?.(result.value)
  }, [result, resetWhenDone, doneMessage, onDone])

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    // Submitting ourselves spares the fields the reset that React does after an action.
    event.preventDefault()
    if (pending) return
    const { submitter } = event.nativeEvent as SubmitEvent
    const data = new FormData(event.currentTarget, submitter)
    startTransition(() => submit(data))
  }

  const mend = (...names: string[]) => setEdited(known => new Set([...known, ...names]))
  function onInput(event: FormEvent<HTMLFormElement>) {
    const name = event.target instanceof Element ? event.target.getAttribute('name') : null
    if (name && result?.ok === false && result.fields?.[name] && !edited.has(name)) mend(name)
  }

  const refused = result?.ok === false ? result : undefined
  const errors = Object.fromEntries(
    Object.entries(refused?.fields ?? {}).filter(([name]) => !edited.has(name)),
  )
  return (
    <FormContext value={{ errors, pending, mend }}>
      <form
        ref={form}
        action={submit}
        onSubmit={onSubmit}
        onInput={onInput}
        noValidate
        aria-busy={pending}
        className={cn('flex flex-col gap-4', className)}
      >
        {refused && !pending && needsBanner(refused, errors) && (
          <FormErrors
            message={refused.message}
            link={refused.link}
            outdated={refused.reason === 'conflict'}
            form={form}
            errors={errors}
          />
        )}
        {children}
      </form>
    </FormContext>
  )
}
