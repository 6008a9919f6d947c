import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

type NoticeTone = 'info' | 'positive' | 'caution' | 'critical'

const looks: Record<NoticeTone, string> = {
  info: 'border-info-line bg-info-soft [&>svg]:text-info',
  positive: 'border-positive-line bg-positive-soft [&>svg]:text-positive',
  caution: 'border-caution-line bg-caution-soft [&>svg]:text-caution',
  critical: 'border-critical-line bg-critical-soft [&>svg]:text-critical',
}
const icons = { info: Info, positive: CircleCheck, caution: TriangleAlert, critical: CircleAlert }

/** Something the person should know on this page; `live` announces it when it appears. */
export function Notice({
  tone = 'info',
  title,
  action,
  live = false,
  className,
  children,
}: {
  tone?: NoticeTone
  title?: ReactNode
  action?: ReactNode
  live?: boolean
  className?: string
  children?: ReactNode
}) {
  const Icon = icons[tone]
  return (
    <div
      role={live ? (tone === 'critical' ? 'alert' : 'status') : undefined}
      className={cn('flex items-start gap-2.5 rounded-lg border px-3.5 py-3', looks[tone], className)}
    >
      <Icon aria-hidden className="mt-[calc((1lh-1rem)/2)] size-4 shrink-0" />
      <div className="flex min-w-0 flex-1 items-start gap-x-4 gap-y-2.5 max-sm:flex-col">
        <div className="min-w-0 flex-1">
          {title && <p className="font-medium text-ink">{title}</p>}
          {children && <div className="text-muted">{children}</div>}
        </div>
        {action}
      </div>
    </div>
  )
}
