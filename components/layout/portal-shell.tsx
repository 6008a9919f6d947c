import Link from 'next/link'
import type { ReactNode } from 'react'
import { Avatar } from '@/components/ui/avatar'
import type { Brand } from '@/lib/branding/brand-style'
import { BrandMark } from './brand-mark'
import type { NavItem, ShellPerson } from './nav'
import { SkipLink } from './skip-link'
import { TabBar } from './tab-bar'

/** The pages of homeowners, board members and owners: phones first, 44 px targets, 16 px text. */
export function PortalShell({
  brand,
  person,
  nav,
  homeHref,
  personHref,
  banner,
  children,
}: {
  brand: Brand
  person: ShellPerson
  /** At most five. */
  nav: NavItem[]
  homeHref: string
  /** The person's own page, where signing out is too. */
  personHref: string
  banner?: ReactNode
  children: ReactNode
}) {
  return (
    <div
      data-touch=""
      className="flex min-h-dvh flex-col border-t-4 border-accent pb-[calc(4rem+env(safe-area-inset-bottom))] sm:pb-0"
    >
      <SkipLink />
      <header className="sticky top-0 z-20 border-b bg-surface">
        <div className="mx-auto flex h-14 max-w-3xl items-center gap-4 px-4">
          <Link href={homeHref} className="flex min-h-11 min-w-0 flex-1 items-center">
            <BrandMark brand={brand} />
          </Link>
          <TabBar items={nav} placement="header" />
          <Link href={personHref} className="-mr-1.5 grid size-11 shrink-0 place-items-center rounded-full">
            <span className="sr-only">Account of {person.name}</span>
            <Avatar name={person.name} src={person.avatarUrl} />
          </Link>
        </div>
      </header>
      {banner}
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-3xl flex-1 px-4 pt-5 pb-10 outline-none"
      >
        {children}
      </main>
      <TabBar items={nav} placement="bottom" />
    </div>
  )
}
