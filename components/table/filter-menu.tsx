'use client'

import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { formatNumber } from '@/components/ui/format-number'
import { Input } from '@/components/ui/input'
import { Popover } from '@/components/ui/popover'
import type { TableFilter } from './column'
import { DateRangeFilter, rangeText } from './date-range-filter'

type OptionsFilter = Extract<TableFilter, { kind: 'options' }>
type Change = (values: string[]) => void

function summaryOf(filter: TableFilter, values: string[]): string {
  if (filter.kind === 'dates') return rangeText(values[0])
  const first = filter.options.find(option => option.value === values[0])?.label ?? values[0] ?? ''
  return values.length > 1 ? `${first} +${values.length - 1}` : first
}

function Options({
  filter,
  values,
  onChange,
}: {
  filter: OptionsFilter
  values: string[]
  onChange: Change
}) {
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLocaleLowerCase()
  const offered = filter.options.filter(option => option.label.toLocaleLowerCase().includes(wanted))
  function toggle(value: string, checked: boolean) {
    if (filter.single) return onChange(checked ? [value] : [])
    onChange(checked ? [...values, value] : values.filter(kept => kept !== value))
  }
  return (
    <>
      {filter.options.length > 8 && (
        <Input
          aria-label={`Find in ${filter.label}`}
          placeholder="Find…"
          onChange={event => setTyped(event.target.value)}
        />
      )}
      <ul className="-mx-1 max-h-72 overflow-y-auto py-1">
        {offered.map(option => (
          <li key={option.value}>
            <label
              htmlFor={`${filter.id}-${option.value}`}
              className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-1.5 hover:bg-hover pointer-coarse:min-h-11"
            >
              <Checkbox
                id={`${filter.id}-${option.value}`}
                checked={values.includes(option.value)}
                onChange={event => toggle(option.value, event.target.checked)}
              />
              <span className="min-w-0 flex-1 truncate">{option.label}</span>
              {option.count !== undefined && (
                <span className="text-xs text-faint tabular-nums">{formatNumber(option.count)}</span>
              )}
            </label>
          </li>
        ))}
        {offered.length === 0 && <li className="px-1.5 py-2 text-muted">Nothing found.</li>}
      </ul>
    </>
  )
}

/** One filter of a list: its name, what it is set to, and a panel to change it. */
export function FilterMenu({
  filter,
  values,
  onChange,
}: {
  filter: TableFilter
  values: string[]
  onChange: Change
}) {
  const set = values.length > 0
  return (
    <Popover
      label={filter.label}
      className={filter.kind === 'options' ? 'w-64 p-2' : 'w-64'}
      trigger={
        <Button className={cn('font-normal', set && 'border-accent-line bg-accent-soft text-accent-ink')}>
          {filter.label}
          {set && <span className="max-w-40 truncate font-medium">{summaryOf(filter, values)}</span>}
          <ChevronDown aria-hidden className="text-faint" />
        </Button>
      }
    >
      {filter.kind === 'options' ? (
        <Options filter={filter} values={values} onChange={onChange} />
      ) : (
        <DateRangeFilter filter={filter} value={values[0]} onChange={onChange} />
      )}
      {set && (
        <div className="-mx-2 -mb-2 border-t p-1">
          <Button variant="ghost" size="sm" className="w-full" onClick={() => onChange([])}>
            Clear
          </Button>
        </div>
      )}
    </Popover>
  )
}
