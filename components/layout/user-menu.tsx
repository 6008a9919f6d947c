'use client'

import { ChevronsUpDown, LogOut } from 'lucide-react'
import { startTransition } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { DropdownMenu, type MenuItem } from '@/components/ui/dropdown-menu'
import type { NavItem, ShellPerson, SignOut } from './nav'
import { themeOptions, useTheme } from './theme-toggle'

/** The person's own menu: who they are, their pages, theme, sign out. */
export function UserMenu({
  person,
  items,
  signOut,
  compact = false,
  side,
}: {
  person: ShellPerson
  items: NavItem[]
  signOut: SignOut
  compact?: boolean
  side?: 'top' | 'bottom'
}) {
  const [theme, setTheme] = useTheme()
  const rows: MenuItem[] = [
    { kind: 'choice', label: 'Theme', value: theme, options: themeOptions, onChange: setTheme },
    ...items.map(({ label, href, icon }) => ({ label, href, icon })),
    { kind: 'separator' },
    { label: 'Sign out', icon: <LogOut aria-hidden />, onSelect: () => startTransition(signOut) },
  ]
  return (
    <DropdownMenu
      side={side}
      align={compact ? 'end' : 'start'}
      className="w-56"
      items={rows}
      header={
        <div className="mb-1 border-b px-2 pt-1.5 pb-2">
          <div className="min-w-0">
            <p className="truncate font-medium">{person.name}</p>
            {person.detail && <p className="truncate text-13 text-muted">{person.detail}</p>}
          </div>
        </div>
      }
      trigger={
        <button
          type="button"
          className="flex min-w-0 items-center gap-2 rounded-md p-1.5 text-left hover:bg-hover"
        >
          <Avatar name={person.name} src={person.avatarUrl} size={compact ? 'md' : 'sm'} />
          {compact ? (
            <span className="sr-only">Account of {person.name}</span>
          ) : (
            <>
              <span className="min-w-0 flex-1">
                <span className="sr-only">Account of </span>
                <span className="block truncate text-13 leading-4 font-medium">{person.name}</span>
                {person.detail && <span className="block truncate text-xs text-muted">{person.detail}</span>}
              </span>
              <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-faint" />
            </>
          )}
        </button>
      }
    />
  )
}
