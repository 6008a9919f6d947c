'use client'

import { type ComponentProps, useId } from 'react'
import { cn } from '@/components/ui/cn'
import { controlClass } from '@/components/ui/control-class'
import { Field, fieldAria } from '@/components/ui/field'
import { useFieldError } from './form-state'
import type { FieldProps } from './text-field'

/** A labelled file, chosen or dropped on it; `accept` narrows what may be chosen. */
export function FileField({
  name,
  label,
  hint,
  optional,
  className,
  ...props
}: FieldProps & Omit<ComponentProps<'input'>, 'name' | 'id' | 'type' | 'className'>) {
  const id = useId()
  const error = useFieldError(name)
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} className={className}>
      <input
        type="file"
        name={name}
        required={!optional}
        {...fieldAria(id, { hint, error })}
        {...props}
        className={cn(
          controlClass,
          'border-dashed py-3 text-muted file:mr-3 file:h-8 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-line-strong file:bg-surface file:px-3 file:font-medium file:text-ink hover:file:bg-sunken',
        )}
      />
    </Field>
  )
}
