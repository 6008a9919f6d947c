'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { Checkbox, Switch } from '@/components/ui/checkbox'
import { FieldError, fieldAria } from '@/components/ui/field'
import { useFieldError } from './form-state'

type Props = { name: string; label: ReactNode; hint?: ReactNode; appearance?: 'checkbox' | 'switch' } & Omit<
  ComponentProps<'input'>,
  'name' | 'id' | 'type'
>

/** A labelled check box, sent as `on` (or its value) when checked and not at all otherwise. */
export function CheckboxField({ name, label, hint, appearance = 'checkbox', className, ...props }: Props) {
  const id = useId()
  const error = useFieldError(name)
  const Control = appearance === 'switch' ? Switch : Checkbox
  return (
    <div className={className}>
      <div className="flex min-h-(--control-h) items-start gap-2.5 py-1.5">
        <Control name={name} className="mt-0.5" {...fieldAria(id, { hint, error })} {...props} />
        <div>
          <label htmlFor={id} className="text-(length:--control-text)">
            {label}
          </label>
          {hint && (
            <p id={`${id}-hint`} className="text-13 text-muted">
              {hint}
            </p>
          )}
        </div>
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}
