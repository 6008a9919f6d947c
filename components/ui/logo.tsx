import { cn } from './cn'

/** Portico's mark: an arch within an arch. */
export function ArchMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={cn('size-6', className)} fill="currentColor">
      <path d="M2 22V12a10 10 0 0 1 20 0v10h-3.2V12a6.8 6.8 0 0 0-13.6 0v10Z" />
      <path d="M7.6 22V12a4.4 4.4 0 0 1 8.8 0v10Z" opacity=".45" />
    </svg>
  )
}

/** Portico's mark with its name. */
export function Logo({ className }: { className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2 text-lg font-semibold tracking-tight', className)}>
      <ArchMark className="text-accent-ink" />
      Portico
    </span>
  )
}
