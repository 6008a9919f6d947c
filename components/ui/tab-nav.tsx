'use client'

import Link from 'next/link'
import { type ReactNode, useEffect, useRef } from 'react'
import { tabClass, tabListClass } from './tab-class'

export type TabLink = { href: string; label: ReactNode; count?: number }

/**
 * Parts of a record, each a page of its own; `current` is the href of the one shown. Where they do not all fit, the row
 * scrolls sideways and begins at the current one.
 */
export function TabNav({ tabs, current, label }: { tabs: TabLink[]; current: string; label: string }) {
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!current) return
    const tab = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (list.current && tab) list.current.scrollLeft = tab.offsetLeft - list.current.offsetLeft - 24
  }, [current])
  return (
    <nav ref={list} aria-label={label} className={tabListClass}>
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
