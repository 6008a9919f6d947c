'use client'

import { Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import type { CommandEntry } from './command-menu'

const CommandMenu = dynamic(() => import('./command-menu').then(module => module.CommandMenu), { ssr: false })

type Props = { entries: CommandEntry[]; searchUrl?: string; compact?: boolean }

/** Opens the command menu, also by ⌘K or Ctrl K; the menu itself is loaded when first asked for. */
export function CommandButton({ entries, searchUrl, compact = false }: Props) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (compact) return
    function onKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.shiftKey) return
      event.preventDefault()
      setOpen(shown => !shown)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [compact])
  return (
    <>
      {compact ? (
        <IconButton label="Search" onClick={() => setOpen(true)}>
          <Search aria-hidden className="size-5" />
        </IconButton>
      ) : (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="flex h-8 items-center gap-2 rounded-md border border-line-strong bg-surface px-2 text-13 text-muted hover:text-ink"
        >
          <Search aria-hidden className="size-4" />
          <span className="flex-1 text-left">Search or jump to</span>
          <Kbd>⌘K</Kbd>
        </button>
      )}
      {open && <CommandMenu entries={entries} searchUrl={searchUrl} onClose={() => setOpen(false)} />}
    </>
  )
}
