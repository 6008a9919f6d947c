import Link from 'next/link'
import type { ReactNode } from 'react'
import { tabClass, tabListClass } from './tab-class'

export type TabLink = { href: string; label: ReactNode; count?: number }

/** Parts of a record, each a page of its own; `current` is the href of the one shown. */
export function TabNav({ tabs, current, label }: { tabs: TabLink[]; current: string; label: string }) {
  return (
    <nav aria-label={label} className={tabListClass}>
      {tabs.map(tab => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.href === current ? 'page' : undefined}
          className={tabClass}
        >
          {tab.label}
          {tab.count !== undefined && <span className="text-13 text-faint tabular-nums">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
