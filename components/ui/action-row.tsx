import type { ReactNode } from 'react'
import { cn } from './cn'

/**
 * What can be done, at the end of a heading, the main thing last. Where it falls below the heading, on phones, a first
 * button without a frame moves out by its own padding, so that its word begins where the page's text does.
 */
export function ActionRow({ small = false, children }: { small?: boolean; children: ReactNode }) {
  const outset = small
    ? 'max-sm:[&>.btn-ghost:first-child]:-ml-2 max-sm:[&>form:first-child>.btn-ghost]:-ml-2'
    : 'max-sm:[&>.btn-ghost:first-child]:-ml-3'
  return <div className={cn('flex flex-wrap items-center gap-2', outset)}>{children}</div>
}
