'use client'

import Link from 'next/link'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { tabClass, tabListClass } from './tab-class'

/** A tab; `count` as it is shown. */
export type TabLink = { href: string; label: ReactNode; count?: string }

/** On which side of a row that scrolls sideways there is more to see. */
function moreOf({ scrollLeft, scrollWidth, clientWidth }: HTMLElement) {
  const before = scrollLeft > 1
  const after = scrollLeft + clientWidth < scrollWidth - 1
  return before && after ? 'both' : before ? 'before' : after ? 'after' : undefined
}

/**
 * Parts of a record, each a page of its own; `current` is the href of the one shown. Where they do not all fit, the row
 * scrolls sideways, shows the current one in its middle, and fades where there is more.
 */
export function TabNav({ tabs, current, label }: { tabs: TabLink[]; current: string; label: string }) {
  const list = useRef<HTMLElement>(null)
  const [more, setMore] = useState<string>()
  useEffect(() => {
    const row = list.current
    if (!row) return
    const tab = current ? row.querySelector<HTMLElement>('[aria-current]') : null
    if (tab) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2
    const look = () => setMore(moreOf(row))
    const sizes = new ResizeObserver(look)
    sizes.observe(row)
    row.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      row.removeEventListener('scroll', look)
    }
  }, [current])
  return (
    <nav ref={list} aria-label={label} data-more={more} className={tabListClass}>
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
