import type { ReactNode } from 'react'
import { cn } from './cn'

export type Detail = { label: string; value: ReactNode; wide?: boolean }

/** Facts about a record, label and value; an empty value shows as a dash. */
export function Details({
  items,
  columns = 1,
  className,
}: {
  items: Detail[]
  columns?: 1 | 2 | 3
  className?: string
}) {
  const grid = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 xl:grid-cols-3' }[columns]
  return (
    <dl className={cn('grid gap-x-8 gap-y-3', grid, className)}>
      {items.map(item => (
        <div
          key={item.label}
          className={cn(
            columns === 1
              ? 'grid grid-cols-[minmax(7rem,2fr)_5fr] items-baseline gap-4'
              : 'flex flex-col gap-0.5',
            item.wide && 'sm:col-span-full',
          )}
        >
          <dt className="text-13 text-muted">{item.label}</dt>
          <dd className="min-w-0 break-words">
            {item.value === null || item.value === undefined || item.value === '' ? (
              <span className="text-faint">
                <span aria-hidden>—</span>
                <span className="sr-only">not given</span>
              </span>
            ) : (
              item.value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
