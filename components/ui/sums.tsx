import type { ReactNode } from 'react'
import { cn } from './cn'

/** Amounts under one another with what they are for; made of `Sum`s. */
export function Sums({ children }: { children: ReactNode }) {
  return <dl className="flex flex-col gap-1.5 tabular-nums">{children}</dl>
}

/** One amount of `Sums`; the `total` stands under a line. */
export function Sum({
  label,
  detail,
  total = false,
  children,
}: {
  label: ReactNode
  detail?: ReactNode
  total?: boolean
  children: ReactNode
}) {
  return (
    <div className={cn('flex items-baseline justify-between gap-6', total && 'border-t pt-2 font-semibold')}>
      <dt className={cn('min-w-0', !total && 'text-muted')}>
        {label}
        {detail && <span className="block text-13 font-normal text-muted">{detail}</span>}
      </dt>
      <dd className="shrink-0 text-right">{children}</dd>
    </div>
  )
}
