import type { ComponentProps } from 'react'
import { cn } from './cn'
import { controlClass } from './control-class'

/** A text area that grows with what is typed. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={cn(controlClass, 'field-sizing-content min-h-20 py-1.5 leading-normal', className)}
      {...props}
    />
  )
}
