'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DropdownMenu, type MenuItem } from '@/components/ui/dropdown-menu'
import { shownColumns, type TableColumn } from './column'

function useCompactRows() {
  const [compact, setCompact] = useState(false)
  useEffect(() => setCompact(document.documentElement.dataset.density === 'compact'), [])
  function change(on: boolean) {
    setCompact(on)
    if (on) {
      document.documentElement.dataset.density = 'compact'
      localStorage.setItem('density', 'compact')
    } else {
      delete document.documentElement.dataset.density
      localStorage.removeItem('density')
    }
  }
  return [compact, change] as const
}

/** Which columns are shown, and how tightly; density is kept in this browser, columns in the address. */
export function DisplayMenu({
  columns,
  chosen,
  onChange,
}: {
  columns: TableColumn[]
  chosen: string[] | null
  onChange: (chosen: string[] | null) => void
}) {
  const [compact, setCompact] = useCompactRows()
  const shown = shownColumns(columns, chosen).map(column => column.id)
  const usual = shownColumns(columns, null).map(column => column.id)
  function toggle(id: string, on: boolean) {
    const next = on ? [...shown, id] : shown.filter(kept => kept !== id)
    const same = next.length === usual.length && next.every(kept => usual.includes(kept))
    onChange(same ? null : next)
  }
  const items: MenuItem[] = [
    { kind: 'label', label: 'Columns' },
    ...columns
      .filter(column => !column.fixed)
      .map(
        (column): MenuItem => ({
          kind: 'check',
          label: column.header,
          checked: shown.includes(column.id),
          onChange: on => toggle(column.id, on),
        }),
      ),
    { kind: 'separator' },
    { kind: 'check', label: 'Compact rows', checked: compact, onChange: setCompact },
  ]
  return (
    <DropdownMenu
      items={items}
      className="w-56"
      trigger={
        <Button>
          <SlidersHorizontal aria-hidden />
          <span className="max-sm:sr-only">Display</span>
        </Button>
      }
    />
  )
}
