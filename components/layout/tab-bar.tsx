'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cn } from '@/components/ui/cn'
import { currentHref, type NavItem } from './nav'

function Waiting({ count, className }: { count: number; className?: string }) {
  return (
    <span
      className={cn(
        'min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-accent-contrast tabular-nums',
        className,
      )}
    >
      {count}
      <span className="sr-only"> waiting</span>
    </span>
  )
}

/** A few places to go: a bar at the thumb on phones, or words in the header on wider screens. */
export function TabBar({
  items,
  placement,
  className = placement === 'bottom' ? 'sm:hidden' : 'hidden sm:flex',
}: {
  items: NavItem[]
  placement: 'bottom' | 'header'
  /** From which width on it is there. */
  className?: string
}) {
  const current = currentHref(items, usePathname())
  const bottom = placement === 'bottom'
  return (
    <nav aria-label="Main" className={cn(bottom ? 'tab-bar' : 'gap-1', className)}>
      {items.map(item => (
        <Link
          key={item.href}
          href={item.href}
          prefetch={false}
          aria-current={item.href === current ? 'page' : undefined}
          className={bottom ? 'tab-bar-link' : 'nav-link'}
        >
          {bottom && (
            <span className="relative">
              {item.icon}
              {item.count ? <Waiting count={item.count} className="absolute -top-1.5 left-3.5" /> : null}
            </span>
          )}
          {item.label}
          {!bottom && item.count ? <Waiting count={item.count} /> : null}
        </Link>
      ))}
    </nav>
  )
}
