import type { ReactNode } from 'react'
import { Radio } from './checkbox'
import { cn } from './cn'
import { FieldError } from './field'

export type Choice = { value: string; label: ReactNode; description?: ReactNode; disabled?: boolean }

/** One choice out of few, each with room for a sentence; `cards` draws a frame around each. */
export function RadioGroup({
  name,
  legend,
  choices,
  defaultValue,
  error,
  cards = false,
  className,
}: {
  name: string
  legend: ReactNode
  choices: Choice[]
  defaultValue?: string
  error?: string
  cards?: boolean
  className?: string
}) {
  return (
    <fieldset
      className={cn('flex flex-col gap-2', className)}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend className="mb-1.5 text-(length:--control-text) font-medium">{legend}</legend>
      {choices.map(choice => (
        <label
          key={choice.value}
          htmlFor={`${name}-${choice.value}`}
          className={cn(
            'flex items-start gap-2.5',
            cards &&
              'rounded-lg border bg-surface p-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent',
          )}
        >
          <Radio
            id={`${name}-${choice.value}`}
            name={name}
            value={choice.value}
            defaultChecked={choice.value === defaultValue}
            disabled={choice.disabled}
            aria-invalid={error ? true : undefined}
            className="mt-0.5 rounded-full"
          />
          <span className="flex flex-col">
            <span className={cards ? 'font-medium' : undefined}>{choice.label}</span>
            {choice.description && <span className="text-13 text-muted">{choice.description}</span>}
          </span>
        </label>
      ))}
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
    </fieldset>
  )
}
