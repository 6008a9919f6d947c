import type { ReactNode } from 'react'

/** One place to go; `icon` is an element, so that pages choose it and shells know no domain. */
export type NavItem = {
  href: string
  label: string
  icon?: ReactNode
  /** Things waiting there; nothing is shown for zero. */
  count?: number
  /** Only this very address counts as being there, not what lies below it. */
  exact?: boolean
}

/** Places under a common heading. */
export type NavGroup = { label?: string; items: NavItem[] }

/** The signed-in person as shells show them. */
export type ShellPerson = { name: string; detail?: string; avatarUrl?: string | null }

/** Ends the session; a server action. */
export type SignOut = () => Promise<void>

/**
 * Whether a place is where the person is.
 * @param pathname address in the browser, or the rewritten one (`/t/<tenant>/…`, `/admin/…`) while rendering on the server
 */
export function isCurrent(item: Pick<NavItem, 'href' | 'exact'>, pathname: string) {
  const here = pathname.replace(/^\/(?:t\/[^/]+|admin)(?=\/|$)/, '').replace(/\/$/, '') || '/'
  const there = item.href.replace(/[?#].*$/, '').replace(/\/$/, '') || '/'
  return here === there || (!item.exact && there !== '/' && here.startsWith(`${there}/`))
}

/** The one place of a list that is current: the most specific. */
export function currentHref(items: NavItem[], pathname: string): string | undefined {
  return items.filter(item => isCurrent(item, pathname)).sort((a, b) => b.href.length - a.href.length)[0]
    ?.href
}
