'use client'

import { type ComponentProps, useId } from 'react'
import { Field, fieldAria } from '@/components/ui/field'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { type Option, Select } from '@/components/ui/select'
import { useFieldError } from './form-state'
import type { FieldProps } from './text-field'

/** A labelled choice out of a list; `placeholder` is the empty choice. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  className,
  options,
  ...props
}: FieldProps & { options: Option[] } & Omit<ComponentProps<typeof Select>, 'name' | 'id' | 'className'>) {
  const id = useId()
  const error = useFieldError(name)
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} className={className}>
      <Select
        name={name}
        required={!optional}
        options={options}
        {...fieldAria(id, { hint, error })}
        {...props}
      />
    </Field>
  )
}

/** One choice out of few, each with room for a sentence. */
export function RadioField(props: {
  name: string
  label: string
  choices: Choice[]
  defaultValue?: string
  cards?: boolean
  className?: string
}) {
  const { label, ...group } = props
  return <RadioGroup {...group} legend={label} error={useFieldError(props.name)} />
}
