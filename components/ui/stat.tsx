import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from './cn'

export type StatProps = { label: string; value: ReactNode; detail?: ReactNode; href?: string }

/** One figure with its name; a link when there is more to see. */
export function Stat({ label, value, detail, href }: StatProps) {
  const body = (
    <>
      <span className="text-13 text-muted">{label}</span>
      <span className="text-2xl leading-8 font-semibold tracking-tight tabular-nums">{value}</span>
      {detail && <span className="text-13 text-muted">{detail}</span>}
    </>
  )
  // The last of an odd number fills its row where there are two in each.
  const look = 'flex min-w-0 flex-col gap-0.5 bg-surface px-4 py-3.5 max-lg:last:odd:col-span-2'
  return href ? (
    <Link
      href={href}
      className={cn(look, 'transition-colors hover:bg-sunken focus-visible:-outline-offset-2')}
    >
      {body}
    </Link>
  ) : (
    <div className={look}>{body}</div>
  )
}

/** Figures side by side in one frame, divided by hairlines. */
export function Stats({ items, className }: { items: StatProps[]; className?: string }) {
  return (
    <div
      className={cn(
        'grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-line lg:grid-flow-col lg:grid-cols-none lg:auto-cols-fr',
        className,
      )}
    >
      {items.map(item => (
        <Stat key={item.label} {...item} />
      ))}
    </div>
  )
}
