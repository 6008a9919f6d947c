import Link from 'next/link'

export type BarListRow = {
  label: string
  value: number
  detail?: string
  href?: string
  /** Tells rows of the same name apart. */
  key?: string
}

/** Names with their amounts, longest bar first come as given; for comparing things rather than days. */
export function BarList({
  rows,
  label,
  format = String,
  max,
}: {
  rows: BarListRow[]
  /** What is compared; the list's name. */
  label: string
  format?: (value: number) => string
  /** What a full bar stands for; the largest value when left out. */
  max?: number
}) {
  const full = max ?? Math.max(0, ...rows.map(({ value }) => value))
  return (
    <ul aria-label={label} className="flex flex-col gap-2.5 text-13">
      {rows.map(({ label: name, value, detail, href, key = name }) => (
        <li key={key} className="flex flex-col gap-1">
          <div className="flex items-baseline justify-between gap-4">
            {href ? (
              <Link href={href} className="min-w-0 truncate font-medium hover:underline">
                {name}
              </Link>
            ) : (
              <span className="min-w-0 truncate font-medium">{name}</span>
            )}
            <span className="shrink-0 tabular-nums">
              {format(value)}
              {detail && <span className="text-muted"> {detail}</span>}
            </span>
          </div>
          <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-line">
            <div
              className="h-full rounded-full bg-accent"
              style={{ width: `${full > 0 ? Math.min(100, Math.max(0, (value / full) * 100)) : 0}%` }}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}
