import Link from 'next/link'
import type { ReactNode } from 'react'
import { ArchMark } from '@/components/ui/logo'
import type { NavItem, ShellPerson, SignOut } from './nav'
import { NavDrawer } from './nav-drawer'
import { NavList } from './nav-list'
import { SkipLink } from './skip-link'
import { TabBar } from './tab-bar'
import { UserMenu } from './user-menu'

/** Portico's own administration: a dark band across the top, so that nobody takes it for a tenant's back office. */
export function AdminShell({
  person,
  nav,
  homeHref,
  personItems,
  signOut,
  children,
}: {
  person: ShellPerson
  nav: NavItem[]
  homeHref: string
  personItems: NavItem[]
  signOut: SignOut
  children: ReactNode
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="dark sticky top-0 z-20 border-b bg-sunken text-ink">
        <div className="mx-auto flex h-14 max-w-7xl items-center gap-2 px-4 sm:px-6 xl:gap-6">
          <div className="flex xl:hidden">
            <NavDrawer label="Navigation">
              <NavList groups={[{ items: nav }]} label="Main" />
            </NavDrawer>
          </div>
          <Link href={homeHref} className="flex items-center gap-2 font-semibold tracking-tight">
            <ArchMark className="text-accent-ink" />
            Portico
            <span className="rounded-sm border border-line-strong px-1.5 text-xs leading-5 font-medium text-muted">
              Platform
            </span>
          </Link>
          <div className="min-w-0 flex-1">
            <TabBar items={nav} placement="header" className="hidden xl:flex" />
          </div>
          <UserMenu person={person} items={personItems} signOut={signOut} compact />
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-7xl px-4 pt-6 pb-16 outline-none sm:px-6"
      >
        {children}
      </main>
    </div>
  )
}
