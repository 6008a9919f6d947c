import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Brand } from '@/lib/branding/brand-style'
import { BrandMark } from './brand-mark'
import { CommandButton } from './command-button'
import type { CommandEntry } from './command-menu'
import { KeyboardShortcuts } from './keyboard-shortcuts'
import type { NavGroup, NavItem, ShellPerson, SignOut } from './nav'
import { NavDrawer } from './nav-drawer'
import { NavList } from './nav-list'
import { SkipLink } from './skip-link'
import { UserMenu } from './user-menu'

export type ManageShellProps = {
  brand: Brand
  person: ShellPerson
  nav: NavGroup[]
  /** Where the company's mark leads. */
  homeHref: string
  /** Pages of the person's own: profile, security. */
  personItems: NavItem[]
  signOut: SignOut
  /** Acts and places of the command menu besides the navigation. */
  commands?: CommandEntry[]
  /** Address that answers `?q=` with `CommandEntry[]` as JSON. */
  searchUrl?: string
  /** A line above every page, such as the end of a trial. */
  banner?: ReactNode
  children: ReactNode
}

/** The back office around every page: brand and navigation at the left, commands, the person's menu. */
export function ManageShell({
  brand,
  person,
  nav,
  homeHref,
  personItems,
  signOut,
  ...rest
}: ManageShellProps) {
  const entries = [
    ...nav.flatMap(group => group.items.map(item => ({ ...item, group: group.label ?? 'Go to' }))),
    ...personItems.map(item => ({ ...item, group: 'You' })),
    ...(rest.commands ?? []),
  ]
  const command = <CommandButton entries={entries} searchUrl={rest.searchUrl} />
  return (
    <div className="min-h-dvh border-t-[3px] border-accent lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink />
      <aside className="sticky top-0 hidden h-[calc(100dvh-3px)] flex-col gap-3 border-r bg-sunken px-3 pt-3 pb-2 lg:flex">
        <Link href={homeHref} className="rounded-md px-1.5 py-1 hover:bg-hover">
          <BrandMark brand={brand} />
        </Link>
        {command}
        <div className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1 pt-1">
          <NavList groups={nav} label="Main" />
        </div>
        <UserMenu person={person} items={personItems} signOut={signOut} side="top" />
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-b bg-sunken px-4 lg:hidden">
          <NavDrawer label="Navigation">
            <BrandMark brand={brand} className="px-1.5" />
            <NavList groups={nav} label="Main" />
          </NavDrawer>
          <Link href={homeHref} className="min-w-0 flex-1">
            <BrandMark brand={brand} />
          </Link>
          <CommandButton entries={entries} searchUrl={rest.searchUrl} compact />
          <UserMenu person={person} items={personItems} signOut={signOut} compact />
        </header>
        {rest.banner}
        <main
          id="content"
          tabIndex={-1}
          className="w-full max-w-[96rem] px-4 pt-5 pb-16 outline-none sm:px-6 lg:px-8"
        >
          {rest.children}
        </main>
      </div>
      <KeyboardShortcuts />
    </div>
  )
}
