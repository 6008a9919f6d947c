'use client'

import { type RefObject, useEffect } from 'react'
import { isTyping } from '@/components/layout/keyboard-shortcuts'

type Keys = {
  root: RefObject<HTMLElement | null>
  toggle: (rowId: string) => void
  clear: () => void
  go: (href: string) => void
  previousHref: string | null
  nextHref: string | null
}

function focusRow(root: HTMLElement, step: 1 | -1) {
  const rows = Array.from(root.querySelectorAll<HTMLElement>('tbody tr[data-row]'))
  const here = rows.findIndex(row => row === document.activeElement || row.contains(document.activeElement))
  const row = here < 0 ? rows.at(step === 1 ? 0 : -1) : rows[here + step]
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}

function onRowKey(event: KeyboardEvent, { toggle, go }: Keys) {
  const row = document.activeElement
  if (!(row instanceof HTMLTableRowElement) || !row.dataset.row) return
  if (event.key === 'x' || event.key === ' ') toggle(row.dataset.row)
  else if (event.key === 'Enter' && row.dataset.href) go(row.dataset.href)
  else return
  event.preventDefault()
}

/** Keys of a list: j and k or arrows, x, Enter, /, brackets, Escape; the first list of a page has them. */
export function useTableKeys(keys: Keys) {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const root = keys.root.current
      if (!root || root !== document.querySelector('[data-table]')) return
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isTyping(event)) return
      if (document.querySelector('dialog[open], [role=menu], [data-radix-popper-content-wrapper]')) return
      const inTable = root.contains(document.activeElement) || document.activeElement === document.body
      const arrows = root.querySelector('tbody')?.contains(document.activeElement) ?? false
      if (event.key === 'j' || (arrows && event.key === 'ArrowDown')) focusRow(root, 1)
      else if (event.key === 'k' || (arrows && event.key === 'ArrowUp')) focusRow(root, -1)
      else if (event.key === '/') root.querySelector<HTMLElement>('input[type=search]')?.focus()
      else if (event.key === '[' && keys.previousHref) keys.go(keys.previousHref)
      else if (event.key === ']' && keys.nextHref) keys.go(keys.nextHref)
      else if (event.key === 'Escape' && inTable) keys.clear()
      else return onRowKey(event, keys)
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [keys])
}
