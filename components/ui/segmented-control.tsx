import type { ReactNode } from 'react'
import { cn } from './cn'

/** Two to four choices side by side; radios underneath, so it also works as a form field. */
export function SegmentedControl({
  name,
  label,
  options,
  value,
  defaultValue,
  onChange,
  className,
}: {
  name: string
  label: string
  options: { value: string; label: ReactNode; title?: string }[]
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  className?: string
}) {
  return (
    <fieldset
      aria-label={label}
      className={cn('inline-flex rounded-md border border-line-strong bg-sunken p-0.5', className)}
    >
      {options.map(option => (
        <label
          key={option.value}
          htmlFor={`${name}-${option.value}`}
          title={option.title}
          className="inline-flex h-[calc(var(--control-h)-0.375rem)] flex-1 cursor-pointer items-center justify-center gap-1.5 rounded-sm px-2.5 text-13 font-medium text-muted hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:ring-1 has-checked:ring-line-strong has-focus-visible:outline-2 has-focus-visible:outline-accent dark:has-checked:bg-raised [&_svg]:size-4"
        >
          <input
            id={`${name}-${option.value}`}
            type="radio"
            name={name}
            value={option.value}
            checked={value === undefined ? undefined : value === option.value}
            defaultChecked={value === undefined ? option.value === defaultValue : undefined}
            onChange={onChange ? () => onChange(option.value) : undefined}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
