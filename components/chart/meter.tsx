import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export type MeterState = 'ok' | 'warning' | 'reached'

const looks = {
  ok: { bar: 'bg-accent', text: '' },
  warning: { bar: 'bg-caution', text: 'text-caution' },
  reached: { bar: 'bg-critical', text: 'text-critical' },
} satisfies Record<MeterState, { bar: string; text: string }>

/** How much of a limit is used, with a word when it is nearly or wholly used up; null for a limit that is none. */
export function Meter({
  label,
  used,
  limit,
  state,
  format = String,
  detail,
}: {
  label: string
  used: number
  limit: number | null
  state: MeterState
  format?: (value: number) => string
  /** What else there is to say, under the bar. */
  detail?: ReactNode
}) {
  const words = limit === null ? `${format(used)}, no limit` : `${format(used)} of ${format(limit)}`
  const share = limit === null ? 0 : limit > 0 ? Math.min(100, (used / limit) * 100) : 100
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{label}</span>
        <span className="text-13 text-muted tabular-nums">{words}</span>
      </div>
      {limit !== null && (
        <div aria-hidden className="relative h-2 overflow-hidden rounded-full bg-line">
          <div className={cn('h-full rounded-full', looks[state].bar)} style={{ width: `${share}%` }} />
          <span className="absolute inset-y-0 left-[80%] w-px bg-surface" />
        </div>
      )}
      {(state !== 'ok' || detail) && (
        <p className={cn('flex items-center gap-1.5 text-13', looks[state].text || 'text-muted')}>
          {state === 'warning' && <TriangleAlert aria-hidden className="size-3.5" />}
          {state === 'reached' && <CircleAlert aria-hidden className="size-3.5" />}
          {state === 'warning' && 'At least 80% used. '}
          {state === 'reached' && 'Limit reached. '}
          {detail}
        </p>
      )}
    </div>
  )
}
