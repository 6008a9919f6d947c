import { cn } from './cn'

/** A column of a plain table; `end` aligns figures. */
export type HeadColumn = { label: string; end?: boolean; className?: string }

/** The head of a table that only shows something: a quiet line of column names. */
export function TableHead({ columns }: { columns: readonly HeadColumn[] }) {
  return (
    <thead className="border-b bg-sunken text-13 text-muted">
      <tr>
        {columns.map(({ label, end, className }) => (
          <th
            key={label}
            scope="col"
            className={cn(
              'px-4 py-2 font-medium whitespace-nowrap',
              end ? 'text-end' : 'text-start',
              className,
            )}
          >
            {label}
          </th>
        ))}
      </tr>
    </thead>
  )
}
