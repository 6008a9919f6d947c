'use client'

import { Command, useCommandState } from 'cmdk'
import { ArrowRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useCommandSearch } from './use-command-search'

/** Something the command menu can take the person to. */
export type CommandEntry = {
  href: string
  label: string
  /** What it belongs to, such as the association of a unit. */
  detail?: string
  group?: string
  icon?: ReactNode
}

function grouped(entries: CommandEntry[]) {
  const groups = new Map<string, CommandEntry[]>()
  for (const entry of entries) {
    const group = entry.group ?? 'Go to'
    groups.set(group, [...(groups.get(group) ?? []), entry])
  }
  return [...groups]
}

const menuValue = (entry: CommandEntry) => `${entry.group} ${entry.label} ${entry.href}`.trim()

type RowProps = { entry: CommandEntry; found?: boolean; onSelect: (entry: CommandEntry) => void }

// What the server found matches by its own rules, so the menu must not filter it again.
function Row({ entry, found = false, onSelect }: RowProps) {
  return (
    <Command.Item
      value={menuValue(entry)}
      forceMount={found}
      onSelect={() => onSelect(entry)}
      className="flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2 py-1.5 select-none data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0"
    >
      <span className="text-muted">{entry.icon ?? <ArrowRight aria-hidden />}</span>
      <span className="min-w-0 flex-1 truncate">
        {entry.label}
        {entry.detail && <span className="ml-2 text-13 text-muted">{entry.detail}</span>}
      </span>
    </Command.Item>
  )
}

/** Selects the first entry that the server found where the menu has none of its own, so that Enter goes there. */
function SelectFirst({ first, onSelect }: { first: CommandEntry; onSelect: (value: string) => void }) {
  const known = useCommandState(({ filtered }) => filtered.count)
  const value = menuValue(first)
  useEffect(() => {
    if (known === 0) onSelect(value)
  }, [known, value, onSelect])
  return null
}

/** Said in place of entries, beside the list, which may hold nothing but them. */
function NoEntry({ state }: { state: 'idle' | 'searching' | 'failed' }) {
  const known = useCommandState(({ filtered }) => filtered.count)
  if (known > 0) return null
  const words = {
    idle: 'Nothing found.',
    searching: 'Searching…',
    failed: 'Search is not available right now.',
  }
  return (
    <p role="status" className="px-4 pt-8 pb-6 text-center text-muted">
      {words[state]}
    </p>
  )
}

type Props = { entries: CommandEntry[]; searchUrl?: string; onClose: () => void }

/** Everything by keyboard: type a few letters of a page or a record and press Enter. */
export function CommandMenu({ entries, searchUrl, onClose }: Props) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [selected, setSelected] = useState('')
  const { found, state } = useCommandSearch(searchUrl, query)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // The dialog would give the focus to the menu's outer element.
    input.current?.focus()
  }, [])
  function go(entry: CommandEntry) {
    onClose()
    router.push(entry.href)
  }
  const heading =
    '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint'
  return (
    <dialog
      ref={dialog}
      aria-label="Command menu"
      className="dialog top-[12vh] bottom-auto max-w-xl"
      onClose={onClose}
      onPointerDown={event => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <Command label="Search or jump to" loop value={selected} onValueChange={setSelected}>
        <Command.Input
          ref={input}
          value={query}
          onValueChange={setQuery}
          placeholder="Search or jump to…"
          className="h-12 w-full border-b bg-transparent px-4 text-base outline-none"
        />
        {found[0] ? <SelectFirst first={found[0]} onSelect={setSelected} /> : <NoEntry state={state} />}
        <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-2">
          {grouped(entries).map(([group, members]) => (
            <Command.Group key={group} heading={group} className={heading}>
              {members.map(entry => (
                <Row key={entry.href} entry={entry} onSelect={go} />
              ))}
            </Command.Group>
          ))}
          {grouped(found).map(([group, members]) => (
            <Command.Group key={`found ${group}`} heading={group} className={heading} forceMount>
              {members.map(entry => (
                <Row key={entry.href} entry={entry} found onSelect={go} />
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </dialog>
  )
}
