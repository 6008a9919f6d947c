'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DropdownMenu, type MenuItem } from '@/components/ui/dropdown-menu'
import { pageSizes, usualPageSize } from '@/lib/lists/page-sizes'
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

const sizes = pageSizes.map(String).map(size => ({ value: size, label: `${size} rows`, icon: size }))

/** Which columns are shown, how many rows, and how tightly; density is kept in this browser, the rest in the address. */
export function DisplayMenu({
  columns,
  chosen,
  size,
  onChange,
  onSize,
}: {
  columns: TableColumn[]
  chosen: string[] | null
  /** Rows on a page, when chosen. */
  size: number | null
  onChange: (chosen: string[] | null) => void
  onSize: (size: number | null) => void
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
    { kind: 'label', label: 'Rows on a page' },
    {
      kind: 'choice',
      label: 'Rows on a page',
      value: String(size ?? usualPageSize),
      options: sizes,
      onChange: value => onSize(Number(value) === usualPageSize ? null : Number(value)),
    },
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
