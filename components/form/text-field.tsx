'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { Field, type FieldText, fieldAria } from '@/components/ui/field'
import { Input, InputGroup } from '@/components/ui/input'
import { useFieldError } from './form-state'

export type FieldProps = Omit<FieldText, 'error'> & { name: string; className?: string }

type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'name' | 'id' | 'className'> & { before?: ReactNode; after?: ReactNode }

/** A labelled one-line text field of an action form; `before` and `after` stand fixed inside its frame. */
export function TextField({
  name,
  label,
  hint,
  optional,
  className,
  before,
  after,
  ...props
}: TextFieldProps) {
  const id = useId()
  const error = useFieldError(name)
  const wiring = { name, required: !optional, ...fieldAria(id, { hint, error }), ...props }
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} className={className}>
      {before || after ? <InputGroup before={before} after={after} {...wiring} /> : <Input {...wiring} />}
    </Field>
  )
}

/** A labelled calendar date, sent as `YYYY-MM-DD`. */
export function DateField({
  name,
  label,
  hint,
  optional,
  className,
  ...props
}: Omit<TextFieldProps, 'type'>) {
  const id = useId()
  const error = useFieldError(name)
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} className={className}>
      <Input
        type="date"
        name={name}
        required={!optional}
        className="max-w-48"
        {...fieldAria(id, { hint, error })}
        {...props}
      />
    </Field>
  )
}
