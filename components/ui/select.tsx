import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { controlClass } from './control-class'

export type Option = { value: string; label: string; disabled?: boolean }

/** The platform's own select, dressed; quick on phones and known to every screen reader. */
export function Select({
  className,
  options,
  placeholder,
  ...props
}: Omit<ComponentProps<'select'>, 'children'> & { options: Option[]; placeholder?: string }) {
  return (
    <div className={cn('relative w-full', className)}>
      <select className={cn(controlClass, 'h-(--control-h) appearance-none pr-8')} {...props}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(option => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-4 text-muted"
      />
    </div>
  )
}
