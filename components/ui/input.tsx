import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { controlClass } from './control-class'

/** A one-line text field. */
export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  return <input type={type} className={cn(controlClass, 'h-(--control-h)', className)} {...props} />
}

/** A one-line text field with something fixed before or after it, such as a currency sign or a domain. */
export function InputGroup({
  before,
  after,
  className,
  ...props
}: ComponentProps<'input'> & { before?: ReactNode; after?: ReactNode }) {
  return (
    <div
      className={cn(
        controlClass,
        'flex h-(--control-h) items-stretch overflow-hidden p-0 focus-within:border-accent focus-within:ring-2 focus-within:ring-accent/35 has-[[aria-invalid=true]]:border-critical',
        className,
      )}
    >
      {before && <span className="flex items-center border-r bg-sunken px-2.5 text-muted">{before}</span>}
      <input
        className="w-full min-w-0 bg-transparent px-2.5 outline-none focus-visible:outline-none"
        type="text"
        {...props}
      />
      {after && <span className="flex items-center border-l bg-sunken px-2.5 text-muted">{after}</span>}
    </div>
  )
}
