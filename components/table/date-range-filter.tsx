'use client'

import { formatLocalDate } from '@/components/ui/format-date'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import type { TableFilter } from './column'

const day = /^\d{4}-\d{2}-\d{2}$/

/** The two days of a range `from..to`; either may be open. Both are meant inclusively. */
export function parseRange(value: string | undefined): { from: string; to: string } {
  const [from = '', to = ''] = value?.split('..') ?? []
  return { from: day.test(from) ? from : '', to: day.test(to) ? to : '' }
}

/** A range in words. */
export function rangeText(value: string | undefined): string {
  const { from, to } = parseRange(value)
  if (from && to) return `${formatLocalDate(from)} to ${formatLocalDate(to)}`
  return from ? `from ${formatLocalDate(from)}` : to ? `to ${formatLocalDate(to)}` : ''
}

/** Two days between which a date must lie. */
export function DateRangeFilter({
  filter,
  value,
  onChange,
}: {
  filter: TableFilter
  value: string | undefined
  onChange: (values: string[]) => void
}) {
  const range = parseRange(value)
  function change(part: Partial<typeof range>) {
    const { from, to } = { ...range, ...part }
    onChange(from || to ? [`${from}..${to}`] : [])
  }
  return (
    <div className="flex flex-col gap-3 pb-3">
      {(['from', 'to'] as const).map(end => (
        <div key={end} className="flex flex-col gap-1">
          <Label htmlFor={`${filter.id}-${end}`}>{end === 'from' ? 'From' : 'To'}</Label>
          <Input
            id={`${filter.id}-${end}`}
            type="date"
            defaultValue={range[end]}
            onChange={event => change({ [end]: event.target.value })}
          />
        </div>
      ))}
    </div>
  )
}
