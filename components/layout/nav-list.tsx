'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { currentHref, type NavGroup } from './nav'

/** Grouped navigation down the side; the current place is marked. */
export function NavList({ groups, label }: { groups: NavGroup[]; label: string }) {
  const pathname = usePathname()
  const current = currentHref(
    groups.flatMap(group => group.items),
    pathname,
  )
  return (
    <nav aria-label={label} className="flex flex-col gap-5">
      {groups.map(group => (
        <div key={group.label ?? 'top'}>
          {group.label && <p className="px-2 pb-1 text-xs font-medium text-faint">{group.label}</p>}
          <ul className="flex flex-col gap-px">
            {group.items.map(item => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  prefetch={false}
                  aria-current={item.href === current ? 'page' : undefined}
                  className="nav-link"
                >
                  {item.icon}
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.count ? <span className="text-xs text-faint tabular-nums">{item.count}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
