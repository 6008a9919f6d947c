import type { ReactNode } from 'react'
import { cn } from './cn'

/** How far a task is; without `value` it shows that something is under way. */
export function ProgressBar({
  label,
  value,
  max = 100,
  detail,
  className,
}: {
  label: string
  value?: number
  max?: number
  detail?: ReactNode
  className?: string
}) {
  const percent = value === undefined ? undefined : Math.min(100, max > 0 ? (value / max) * 100 : 100)
  return (
    <div className={cn('flex flex-col gap-1.5', className)}>
      <div className="flex justify-between gap-4 text-13">
        <span className="font-medium">{label}</span>
        <span className="text-muted tabular-nums">
          {detail ?? (percent !== undefined && `${Math.floor(percent)}%`)}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div
          className={cn(
            'h-full rounded-full bg-accent transition-[width] duration-150',
            percent === undefined && 'w-1/3 animate-pulse',
          )}
          style={percent === undefined ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  )
}
