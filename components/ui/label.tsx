import type { ComponentProps } from 'react'
import { cn } from './cn'

/** The label of a form control. */
export function Label({ htmlFor, className, children }: ComponentProps<'label'> & { htmlFor: string }) {
  return (
    <label htmlFor={htmlFor} className={cn('text-(length:--control-text) font-medium text-ink', className)}>
      {children}
    </label>
  )
}
