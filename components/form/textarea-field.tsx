'use client'

import { type ComponentProps, useId } from 'react'
import { Field, fieldAria } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { useFieldError } from './form-state'
import type { FieldProps } from './text-field'

/** A labelled text of several lines. */
export function TextareaField({
  name,
  label,
  hint,
  optional,
  className,
  ...props
}: FieldProps & Omit<ComponentProps<'textarea'>, 'name' | 'id' | 'className'>) {
  const id = useId()
  const error = useFieldError(name)
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} className={className}>
      <Textarea name={name} required={!optional} {...fieldAria(id, { hint, error })} {...props} />
    </Field>
  )
}
