'use client'

import { createContext, useContext } from 'react'
import type { Result } from '@/lib/action/result'

/** What a form submits to: the shape `useActionState` asks for. */
export type FormAction<T> = (previous: Result<T> | null, data: FormData) => Promise<Result<T>>

export type FormState = {
  /** Sentences of the last refusal by field name, without the fields edited since. */
  errors: Record<string, string>
  pending: boolean
  /** Takes back the sentences of fields that were changed otherwise than by typing into them. */
  mend: (...names: string[]) => void
}

const none: FormState = { errors: {}, pending: false, mend: () => undefined }

export const FormContext = createContext<FormState>(none)

/** What the fields and buttons inside a form need to know of it. */
export function useFormState() {
  return useContext(FormContext)
}

/** The refusal that belongs to one field. */
export function useFieldError(name: string): string | undefined {
  return useContext(FormContext).errors[name]
}
