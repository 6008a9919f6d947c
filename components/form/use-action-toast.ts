'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { showToast } from '@/components/ui/toast'
import type { Result } from '@/lib/action/result'

/** A form's action as it is called outside a form: there is no previous answer. Every `FormAction` is one. */
export type PlainAction<T> = (previous: null, data: FormData) => Promise<Result<T>>

type Spec<T> = {
  /** Said when it was done. */
  done: string | ((value: T) => string)
  onDone?: (value: T) => void
  /** Takes the sentence of a refusal in place of a toast, for callers that can show it nearer. */
  onRefused?: (message: string) => void
  /** Offers to take it back. */
  undo?: (value: T) => void
}

/** Plain values as the form data an action expects; a list is sent as `name[]`. */
export function toFormData(values: Record<string, string | string[]>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) for (const one of value) data.append(`${name}[]`, one)
    else data.append(name, value)
  }
  return data
}

/**
 * Runs an action outside a form, draws the page anew and tells the outcome in a toast; gives the runner and whether
 * it is under way.
 */
export function useActionToast<T>(action: PlainAction<T>, { done, onDone, onRefused, undo }: Spec<T>) {
  const [pending, startTransition] = useTransition()
  const router = useRouter()
  function run(values: Record<string, string | string[]> = {}) {
    startTransition(async () => {
      const result = await action(null, toFormData(values))
      if (!result.ok) {
        if (onRefused) onRefused(result.message)
        else void showToast(result.message, { tone: 'critical' })
        return
      }
      const { value } = result
      onDone?.(value)
      router.refresh()
      const message = typeof done === 'function' ? done(value) : done
      // Not waited for: the page drawn anew appears when this transition ends.
      void showToast(message, { tone: 'positive', undo: undo && { run: () => undo(value) } })
    })
  }
  return [run, pending] as const
}
