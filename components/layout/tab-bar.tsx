'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { currentHref, type NavItem } from './nav'

/** The portal's places: a bar at the thumb on phones, a row in the header on wider screens. */
export function TabBar({ items, placement }: { items: NavItem[]; placement: 'bottom' | 'header' }) {
  const current = currentHref(items, usePathname())
  const bottom = placement === 'bottom'
  return (
    <nav aria-label="Main" className={bottom ? 'tab-bar sm:hidden' : 'hidden gap-1 sm:flex'}>
      {items.map(item => (
        <Link
          key={item.href}
          href={item.href}
          prefetch={false}
          aria-current={item.href === current ? 'page' : undefined}
          className={bottom ? 'tab-bar-link' : 'nav-link px-3'}
        >
          <span className="relative">
            {item.icon}
            {item.count ? (
              <span className="absolute -top-1.5 left-3.5 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-accent-contrast">
                {item.count}
                <span className="sr-only"> waiting</span>
              </span>
            ) : null}
          </span>
          {item.label}
        </Link>
      ))}
    </nav>
  )
}
