import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A check box; the native control, so that forms, labels and screen readers just work. */
export function Checkbox({ className, ...props }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input type="checkbox" className={cn('check', className)} {...props} />
}

/** One of several choices; give all of them the same name. */
export function Radio({ className, ...props }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input type="radio" className={cn('check rounded-full', className)} {...props} />
}

// A check box carries its own checked state, so role="switch" needs no aria-checked of ours.
const switchRole = { type: 'checkbox', role: 'switch' } as const

/** An on/off switch for settings that take effect at once; a check box to forms. */
export function Switch({ className, ...props }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input {...switchRole} className={cn('switch', className)} {...props} />
}
