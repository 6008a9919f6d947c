'use client'

import * as Pop from 'radix-ui/popover'
import type { ReactNode } from 'react'
import { cn } from './cn'

/** A small panel that opens from `trigger`, which must be one button. */
export function Popover({
  trigger,
  label,
  open,
  onOpenChange,
  align = 'start',
  className,
  children,
}: {
  trigger: ReactNode
  label: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: 'start' | 'center' | 'end'
  className?: string
  children: ReactNode
}) {
  return (
    <Pop.Root open={open} onOpenChange={onOpenChange}>
      <Pop.Trigger asChild>{trigger}</Pop.Trigger>
      <Pop.Portal>
        <Pop.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className={cn('pop w-72 p-3', className)}
        >
          {children}
        </Pop.Content>
      </Pop.Portal>
    </Pop.Root>
  )
}
