'use client'

import { useEffect, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'

export type ShortcutGroup = { title: string; shortcuts: { keys: string[]; does: string }[] }

const everywhere: ShortcutGroup = {
  title: 'Everywhere',
  shortcuts: [
    { keys: ['⌘ K', 'Ctrl K'], does: 'Search or jump to' },
    { keys: ['?'], does: 'Show this list' },
    { keys: ['Esc'], does: 'Close or clear' },
  ],
}

const lists: ShortcutGroup = {
  title: 'Lists',
  shortcuts: [
    { keys: ['J', '↓'], does: 'Next row' },
    { keys: ['K', '↑'], does: 'Previous row' },
    { keys: ['X'], does: 'Select row' },
    { keys: ['Enter'], does: 'Open row' },
    { keys: ['/'], does: 'Search in this list' },
    { keys: ['[', ']'], does: 'Previous or next page' },
  ],
}

/** Whether a key press belongs to what the person is typing into. */
export function isTyping(event: KeyboardEvent) {
  const target = event.target
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio|button|submit)$/.test(target.type))
  )
}

/** The list of shortcuts, shown when `?` is pressed. */
export function KeyboardShortcuts({ groups = [] }: { groups?: ShortcutGroup[] }) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== '?' || event.metaKey || event.ctrlKey || isTyping(event)) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Keyboard shortcuts">
      <div className="grid gap-6 sm:grid-cols-2">
        {[everywhere, lists, ...groups].map(group => (
          <div key={group.title}>
            <h3 className="pb-1 text-13 font-medium text-muted">{group.title}</h3>
            <dl className="divide-y">
              {group.shortcuts.map(shortcut => (
                <div key={shortcut.does} className="flex items-center justify-between gap-4 py-1.5">
                  <dt>{shortcut.does}</dt>
                  <dd className="flex gap-1">
                    {shortcut.keys.map(key => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </Dialog>
  )
}
